# sys.stdout and sys.stderr as files.
import sys
from sys import stderr

print(sys.stdout.write("direct\n"))
print("error", 1, file=sys.stderr)
stderr.write("é€\n")
print("a", "b", sep="-", file=sys.stdout, flush=True)
sys.stdout.writelines(["x\n", "y\n"])
sys.stdout.flush()
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
print(sys.stdout is sys.stdout, sys.stdout.encoding)
