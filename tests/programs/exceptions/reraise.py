"""raise without an operand, in nested handlers."""


def f():
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise KeyError("b")
        except KeyError:
            pass
        raise


try:
    f()
except ValueError as e:
    print("again", e)


def handler():
    raise


try:
    try:
        1 / 0
    except ZeroDivisionError:
        handler()
except ZeroDivisionError as e:
    print("from a function:", e)
import sys

print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info()[0])
