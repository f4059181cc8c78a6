# What special methods return is checked wherever it is used.


def show(what):
    try:
        print(repr(what()))
    except Exception as e:
        print(type(e).__name__, e)


class Str(str):
    pass


class Bytes(bytes):
    pass


def results():
    return [None, True, 5, 2**100, 1.5, 1j, "x", b"x", bytearray(b"y"), (), [1], Str("s"), Bytes(b"q"), NotImplemented]


# One method returns each of the results, and each of these asks for it.
given = None


def make(name):
    return type("C", (), {name: lambda self, *args: given})()


uses = {
    "__index__": [
        lambda x: "%d" % x,
        lambda x: "%x" % x,
        lambda x: "%c" % x,
        lambda x: "%f" % x,
        lambda x: b"%d" % x,
        lambda x: b"%c" % x,
        lambda x: b"%f" % x,
        lambda x: [1, 2, 3][x],
        lambda x: "abc"[:x],
        lambda x: hex(x),
        lambda x: x in b"abc",
        lambda x: complex(x),
        lambda x: float(x),
        lambda x: [1, 2].index(2, x),
        lambda x: (5).to_bytes(2, x),
    ],
    "__int__": [int, lambda x: "%d" % x, lambda x: "%x" % x],
    "__trunc__": [int],
    "__float__": [float, complex, lambda x: "%f" % x, lambda x: b"%g" % x],
    "__complex__": [complex, lambda x: complex(1, x)],
    "__bytes__": [bytes, lambda x: b"%b" % x, lambda x: b"%s" % x],
    "__len__": [len, bool],
    "__bool__": [bool, lambda x: not x, lambda x: 1 if x else 2],
    "__hash__": [lambda x: {x: 1} and 1],
    "__str__": [str, lambda x: f"{x}", lambda x: "%s" % x, lambda x: ", ".join([str(x)])],
    "__repr__": [str, repr, lambda x: f"{x!r:3}", lambda x: [x], lambda x: {"a": x}, lambda x: (x,), ascii],
    "__format__": [format, lambda x: f"{x:3}"],
    "__iter__": [
        list,
        lambda x: "".join(x),
        lambda x: b"".join(x),
        lambda x: dict([x]),
    ],
    "keys": [dict, lambda x: {**x}],
    "__getattr__": [lambda x: x.a()],
}
for name, functions in uses.items():
    for number, use in enumerate(functions):
        print(name, number)
        x = make(name)
        for given in results():
            show(lambda: use(x))


# Lists that are assigned to.
iterable = make("__iter__")


def assign(step):
    items = [1, 2]
    items[::step] = iterable
    return items


for given in results():
    show(lambda: assign(1))
    show(lambda: assign(2))


# Classes and their namespaces.
class Meta:
    def __prepare__(self, *args):
        return -1


def prepared():
    class C(metaclass=Meta()):
        a = 1


def not_a_metaclass():
    class C(metaclass=iter([1])):
        pass


class Entries:
    def __mro_entries__(self, bases):
        return 5


def entries():
    class C(Entries()):
        pass


show(prepared)
show(not_a_metaclass)
show(entries)

# Builtin classes compare by themselves with !=.
class Same(list):
    def __eq__(self, other):
        return True


print(Same([1]) != Same([2]), Same([1]) == Same([2]))
show(lambda: (1,) + Same([1]))
show(lambda: [1] + (2,))
