# Exceptions in __enter__ and __exit__.
class M:
    def __init__(self, enter=None, exit=None):
        self.enter = enter
        self.exit = exit

    def __enter__(self):
        if self.enter:
            raise self.enter

    def __exit__(self, kind, value, traceback):
        print("exit", repr(value))
        if self.exit:
            raise self.exit


def attempt(m, fail):
    try:
        with m:
            print("body")
            if fail:
                raise ValueError("body")
    except Exception as e:
        print(repr(e), repr(e.__context__))


attempt(M(), False)
attempt(M(), True)
attempt(M(KeyError(1)), False)
attempt(M(None, KeyError(2)), False)
attempt(M(None, KeyError(3)), True)


def leave():
    with M(None, KeyError(4)):
        return 1


try:
    leave()
except KeyError as e:
    print(repr(e))
