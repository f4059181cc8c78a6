"""sys.exit with a number."""

import sys

try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, repr(e))
try:
    print("bye")
    sys.exit(7)
finally:
    print("finally")
