# Classes and instances can be raised; nothing else.
def attempt(what):
    try:
        raise what
    except BaseException as e:
        print(type(e).__name__, e, e.args)


class Own(Exception):
    pass


class Many(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a


attempt(ValueError)
attempt(ValueError("a", 2))
attempt(Own)
attempt(Own("x"))
attempt(Many(1, 2))
attempt(Many)
attempt(5)
attempt("text")
attempt(int)
attempt(None)
attempt(KeyboardInterrupt)
