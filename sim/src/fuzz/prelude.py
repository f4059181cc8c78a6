from math import gcd, isqrt, sqrt


class Oops(Exception):
    def __str__(self):
        return f"oops {self.args}"


def show(error):
    print(type(error).__name__, error, error.args if type(error) is not KeyError else "", type(error.__cause__), type(error.__context__))


class Manager:
    def __init__(self, name, suppressed=LookupError):
        self.name, self.suppressed = name, suppressed

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, self.suppressed)


class Point:
    __match_args__ = ("value", "level")

    def __init__(self, value):
        self.value = value % 10007
        self._level = 1

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, level):
        if level < 0:
            raise ValueError(f"level {level}")
        self._level = level

    def double(self):
        return self.value * 2

    def __call__(self, n):
        return self.value ^ n

    def __len__(self):
        return self.value % 5

    def __getitem__(self, n):
        if n >= len(self):
            raise IndexError(n)
        return self.value + n

    def __add__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return type(self)(self.value + other.value)

    def __mul__(self, n):
        return Point(self.value * n)

    def __neg__(self):
        return Point(-self.value)

    def __eq__(self, other):
        return isinstance(other, Point) and self.value == other.value

    def __hash__(self):
        return self.value

    def __repr__(self):
        return f"<{self.value}>"


def one(p):
    return p + 1


def two(p, q=2):
    return p - q


def zero():
    return 0


def up(p):
    for v in range(p):
        yield v


integer, number, text, flag = 7, 2.5, "abc", True
items, pair, table, group, data = [3, 1, 2], (4, 5), {"key": 1}, {1, 2, 40}, b"xyz"
point = Point(5)
