# Class patterns.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Other:
    pass


def f(v):
    match v:
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return "on x", x
        case Point(x=0):
            return "on y"
        case Point(x, y) if x == y:
            return "diagonal", x
        case Point():
            return "point"
        case int(n):
            return "int", n
        case str() as s:
            return "str", s
        case list([a, b]) | tuple([a, b]):
            return "pair", a, b
        case float() | complex():
            return "number"
        case Other(missing=1):
            return "no"
        case _:
            return "other"


for v in (Point(0, 0), Point(3, 0), Point(0, 4), Point(5, 5), Point(1, 2), 7, True, "text", [1, 2], (3, 4), 2.5, Other(), None):
    print(f(v))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
try:
    match 5:
        case Other(1):
            print("no")
    match Other():
        case Other(1):
            print("no")
except TypeError as e:
    print(e)
try:
    match 5:
        case f():
            pass
except TypeError as e:
    print(e)
