def f(x):
    match x:
        case {"kind": "point", "x": x, "y": y}:
            return ("point", x, y)
        case {"kind": kind, **rest}:
            return (kind, rest)
        case {1: _}:
            return "one"
        case {}:
            return "mapping"
    return "other"


class D(dict):
    def __missing__(self, key):
        return 1


for x in ({"kind": "point", "x": 1, "y": 2}, {"kind": "point", "x": 1}, {"kind": 3}, {1: 2}, {}, [], D(), D(kind=5, z=1)):
    print(f(x))
