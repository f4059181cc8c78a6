"""sys.setrecursionlimit: the limit is exact, and refused if it is below the depth"""
import sys


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth(1))
sys.setrecursionlimit(100)
print(depth(1))


def at(n):
    if n:
        return at(n - 1)
    try:
        sys.setrecursionlimit(50)
    except RecursionError as e:
        print(e)
    return sys.getrecursionlimit()


print(at(60))
print(at(20))
sys.setrecursionlimit(2000)
print(depth(1))
for x in (0, -1, "a", 2**40):
    try:
        sys.setrecursionlimit(x)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
