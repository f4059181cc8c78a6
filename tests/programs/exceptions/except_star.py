"""except*"""


def f(e):
    try:
        raise e
    except* ValueError as g:
        print("ValueError", repr(g))
    except* (TypeError, KeyError) as g:
        print("others", repr(g))
    else:
        print("else")
    finally:
        print("finally")


f(ExceptionGroup("a", [ValueError(1), TypeError(2)]))
f(ExceptionGroup("b", [KeyError(1), ExceptionGroup("c", [ValueError(2)])]))
f(ValueError("naked"))
try:
    f(ExceptionGroup("d", [ValueError(1), IndexError(2)]))
except ExceptionGroup as e:
    print("left", repr(e))
try:
    try:
        raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as e:
    print(repr(e))
