"""Exceptions of the program."""


class Base(Exception):
    pass


class Detail(Base):
    def __init__(self, code, *rest):
        super().__init__("detail", code, *rest)
        self.code = code

    def __str__(self):
        return f"code {self.code}"


class Plain(Base):
    pass


class Init(Exception):
    def __init__(self, a, b):
        self.a = a


for e in (Detail(5), Detail(1, 2), Plain("x"), Plain(), Init(1, 2)):
    try:
        raise e
    except Base as x:
        print("Base", type(x).__name__, x, repr(x), x.args, vars(x))
    except Exception as x:
        print("other", repr(x), x.args, vars(x))
try:
    raise Plain
except Plain as e:
    print(repr(e))
