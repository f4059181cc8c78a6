class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Q:
    pass


def f(v):
    match v:
        case P(0, 0):
            return "origin"
        case P(0, y=y):
            return ("on y", y)
        case P(x, y) if x == y:
            return ("diagonal", x)
        case P():
            return "point"
        case int(n):
            return ("int", n)
        case str(s) | bytes(s):
            return ("text", s)
        case float():
            return "float"
        case list([a, b]):
            return ("pair", a, b)
    return "other"


for v in (P(0, 0), P(0, 5), P(3, 3), P(1, 2), 7, True, "s", b"b", 1.5, [1, 2], [1], Q(), None):
    print(f(v))


def errors(v, n):
    match n:
        case 0:
            match v:
                case Q(1):
                    pass
        case 1:
            match v:
                case P(1, 2, 3):
                    pass
        case 2:
            match v:
                case int(1, 2):
                    pass
        case 3:
            match v:
                case P(1, x=2):
                    pass


for n, v in enumerate((Q(), P(1, 2), 5, P(1, 2))):
    try:
        errors(v, n)
    except TypeError as e:
        print(e)
