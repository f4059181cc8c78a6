"""sys.stdin: read(), readline(), readlines() and iteration"""

import sys

print(repr(sys.stdin.readline()))
print(repr(sys.stdin.readline(3)), repr(sys.stdin.read(4)))
for line in sys.stdin:
    print(repr(line))
    if line == "stop\n":
        break
print(sys.stdin.readlines(1))
print(repr(sys.stdin.read()), repr(sys.stdin.read()), repr(sys.stdin.readline()))
print(sys.stdin.readlines(), list(sys.stdin), sys.stdin.readable(), sys.stdin.writable())
try:
    print(input())
except EOFError:
    print("end")
