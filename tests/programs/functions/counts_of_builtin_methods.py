# Builtin methods with another number of arguments: first self is looked at, then their number.
def show(f):
    try:
        print(f())
    except TypeError as error:
        print(error)


for cls, x in ((int, 5), (str, "a"), (list, [1]), (dict, {}), (tuple, ()), (float, 1.5), (bytes, b"a")):
    show(lambda: cls.__eq__(x, 1, 2))
    show(lambda: cls.__eq__(x))
    show(lambda: cls.__eq__(None))
    show(lambda: cls.__repr__(x, 1))
    show(lambda: x.__repr__(1, 2))
    show(lambda: x.__lt__(1, 2))
    show(lambda: x.__ne__())
for x in ("a", [1], (), b"a", {}):
    show(lambda: x.__len__(1))
    show(lambda: x.__iter__(1))
    show(lambda: x.__contains__(1, 2))
show(lambda: (5).__add__(1, 2))
show(lambda: (5).__neg__(1))
show(lambda: (5).__bool__(1))
show(lambda: (5).__pow__())
show(lambda: (5).__pow__(1, 2, 3))
show(lambda: [1].__setitem__(1))
show(lambda: [1].__setitem__(1, 2, 3))
show(lambda: int.__add__("x"))
show(lambda: str.center(None))
show(lambda: str.replace(3, "a"))
show(lambda: bytes.replace("a"))
show(lambda: str.upper(1, 1))
show(lambda: list.append({}, 1))
show(lambda: list.append({}))
show(lambda: list.append([]))
show(lambda: list.append())
show(lambda: {}.fromkeys())
show(lambda: dict.fromkeys(1, 2, 3))
show(lambda: list.__init__([], 1, 2))
show(lambda: object().__eq__())
show(lambda: int.from_bytes())
show(lambda: "a".split(1, 2, 3))


class Own(list):
    pass


show(lambda: list.append(Own(), 1, 2))
show(lambda: list.__len__(Own(), 2))
show(lambda: Own.append(3))
