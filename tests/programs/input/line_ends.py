"""Only a newline ends a line of sys.stdin"""

import sys

print(repr(input()), repr(input()))
print(repr(sys.stdin.read()))
