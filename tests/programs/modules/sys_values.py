"""Values of sys that do not depend on the machine."""

import sys

print(sys.maxsize, sys.byteorder, sys.maxunicode, sys.version_info[:2], sys.version_info >= (3, 11))
print(sys.getrecursionlimit())
sys.setrecursionlimit(200)
depth = 0


def f():
    global depth
    depth += 1
    f()


try:
    f()
except RecursionError:
    print(depth)
