"""Recursion without an end in special methods raises RecursionError, and all goes on"""


class Endless:
    def __repr__(self):
        return repr(self)

    def __str__(self):
        return f"{self}"

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __lt__(self, other):
        return self < other

    def __getattr__(self, name):
        return getattr(self, name + "x") if len(name) < 3 else self.name

    def __getitem__(self, index):
        return self[index]

    def __setitem__(self, index, value):
        self[index] = value

    def __len__(self):
        return len(self)

    def __bool__(self):
        return not self

    def __iter__(self):
        return iter(self)

    def __next__(self):
        return next(self)

    def __contains__(self, item):
        return item in self

    def __call__(self):
        return self()

    def __add__(self, other):
        return self + other

    def __radd__(self, other):
        return other + self

    def __neg__(self):
        return -self

    def __int__(self):
        return int(self)

    def __index__(self):
        return [1][self]

    def __enter__(self):
        with self:
            return self

    def __exit__(self, *args):
        return False

    def __format__(self, spec):
        return format(self, spec)


class Init:
    def __init__(self):
        self.inner = Init()


class New:
    def __new__(cls):
        return cls()


class Property:
    @property
    def value(self):
        return self.value

    @value.setter
    def value(self, value):
        self.value = value


def attempt(name, f):
    try:
        f()
    except RecursionError as error:
        print(name, type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))
    else:
        print(name, "no error")


def set_value():
    Property().value = 1


def set_item():
    x[0] = 1


x = Endless()
attempt("repr", lambda: repr(x))
attempt("str", lambda: str(x))
attempt("eq", lambda: x == x)
attempt("hash", lambda: hash(x))
attempt("dict", lambda: {x: 1})
attempt("lt", lambda: x < x)
attempt("sort", lambda: [x, x, x].sort())
attempt("min", lambda: min(x, x))
attempt("getattr", lambda: x.a)
attempt("getitem", lambda: x[0])
attempt("setitem", set_item)
attempt("len", lambda: len(x))
attempt("bool", lambda: bool(x))
attempt("iter", lambda: list(x))
attempt("next", lambda: next(x))
attempt("in", lambda: 1 in x)
attempt("call", lambda: x())
attempt("add", lambda: x + 1)
attempt("neg", lambda: -x)
attempt("int", lambda: int(x))
attempt("index", lambda: [1][x])
attempt("enter", lambda: x.__enter__())
attempt("format", lambda: f"{x:>3}")
attempt("init", Init)
attempt("new", New)
attempt("property", lambda: Property().value)
attempt("setter", set_value)
print(sorted([3, 1, 2]), repr([1, "a", {2: 3}]), f"{1.5:8.3f}")
