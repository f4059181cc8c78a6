"""The handled exception belongs to the generator while it runs."""

import sys


def g():
    print("start", sys.exc_info()[0])
    try:
        raise KeyError("inside")
    except KeyError:
        yield 1
        print("still", repr(sys.exc_info()[1]))
    print("after", sys.exc_info()[0])
    yield 2
    try:
        raise
    except RuntimeError as e:
        print(e)
    yield 3


a = g()
print(next(a), sys.exc_info()[0])
try:
    raise ValueError("outside")
except ValueError:
    print(next(a), repr(sys.exc_info()[1]))
print(next(a))


def h():
    try:
        yield
    except ValueError:
        raise TypeError("t")


b = h()
next(b)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        b.throw(ValueError("v"))
except TypeError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))
