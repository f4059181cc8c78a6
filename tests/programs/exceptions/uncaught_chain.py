"""An uncaught exception with its cause and context."""


def f():
    try:
        return 1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e


def g():
    try:
        f()
    except KeyError:
        [].pop()


g()
