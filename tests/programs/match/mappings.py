# Mapping patterns.
def f(x):
    match x:
        case {"kind": "point", "x": x, "y": y}:
            return "point", x, y
        case {"kind": kind, **rest}:
            return kind, rest
        case {1: _, 2: two}:
            return two
        case {"deep": {"er": [first, *_]}}:
            return first
        case {}:
            return "mapping"
        case _:
            return "other"


for x in ({"kind": "point", "x": 1, "y": 2}, {"kind": "line", "z": 3}, {1: 0, 2: 5, 3: 6}, {"deep": {"er": (9, 8)}}, {}, {5: 6}, [], "x", {"kind": "point", "x": 1}):
    print(f(x))
