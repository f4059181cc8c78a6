# Too deep a recursion raises RecursionError everywhere, and can be caught.
import sys


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(type(error).__name__, error)


class Eq:
    def __eq__(self, other):
        return self == other


try:
    Eq() == Eq()
except RecursionError as error:
    print("eq")


class Repr:
    def __repr__(self):
        return repr([self])


try:
    repr(Repr())
except RecursionError as error:
    print("repr")


def gen(n):
    yield from gen(n + 1)


try:
    next(gen(0))
except RecursionError as error:
    print("gen")


def count(n):
    if n == 0:
        return 0
    return 1 + count(n - 1)


print(count(300), sys.getrecursionlimit())
nested = []
nested.append(nested)
print(nested)
