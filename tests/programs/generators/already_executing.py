"""A generator cannot resume itself."""


def g():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 1


me = g()
print(next(me), me.gi_running)
