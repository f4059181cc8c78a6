# A bare raise raises the handled exception again.
def f():
    try:
        raise ValueError("a")
    except ValueError:
        print("reraise")
        raise


try:
    f()
except ValueError as e:
    print(e, e.__context__)


def helper():
    raise


try:
    helper()
except RuntimeError as e:
    print(e)
try:
    try:
        raise KeyError("k")
    except KeyError:
        helper()
except KeyError as e:
    print(repr(e))


def nested():
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


try:
    nested()
except ValueError as e:
    print(e)
f()
