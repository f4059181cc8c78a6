# What is handled is restored at every way out of a clause.
import sys


def current():
    e = sys.exc_info()[1]
    return None if e is None else str(e)


def leave(how):
    for i in range(2):
        try:
            raise ValueError(how)
        except ValueError:
            print(how, current())
            if how == "return":
                return current()
            if how == "break":
                break
            if how == "continue":
                continue
    return current()


for how in ("end", "return", "break", "continue"):
    print(leave(how), current())
try:
    raise KeyError("a")
except KeyError:
    try:
        raise KeyError("b")
    except KeyError:
        print(current())
    print(current())
    print(leave("return"), current())
print(current())


def raises():
    try:
        raise ValueError("first")
    except ValueError:
        raise ValueError("second")


try:
    raises()
except ValueError as e:
    print(current(), e.__context__)
print(current())
