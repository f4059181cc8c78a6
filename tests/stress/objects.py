"""Classes, instances, attributes, calls and closures when memory runs out."""


class Base:
    count = 0

    def __init__(self, x, *args, key=None, **kwargs):
        self.x = x
        self.args = args
        self.key = key
        self.kwargs = kwargs

    def method(self, a, b=2):
        return self.x + a + b

    @property
    def double(self):
        return self.x * 2

    @classmethod
    def make(cls, *args):
        return cls(*args)


class Slots:
    __slots__ = ("a", "b")


def attributes():
    o = Base(1)
    for name in ("p", "q", "r", "s", "t"):
        try:
            setattr(o, name, name)
        except MemoryError:
            assert not hasattr(o, name)
            setattr(o, name, name)
    assert list(vars(o)) == ["x", "args", "key", "kwargs", "p", "q", "r", "s", "t"]
    try:
        del o.q
    except MemoryError:
        assert o.q == "q"
    assert o.p == "p" and o.t == "t" and o.x == 1
    o.__dict__["z"] = 1
    assert o.z == 1


def instances():
    o = Base.make(3, 4)
    assert (o.x, o.args, o.double, o.method(1), o.method(a=1, b=1)) == (3, (4,), 6, 6, 5)
    o = Base(1, 2, 3, key=4, other=5)
    assert (o.args, o.key, o.kwargs) == ((2, 3), 4, {"other": 5})
    s = Slots()
    s.a = 1
    assert s.a == 1 and not hasattr(s, "b")


def classes():
    class Derived(Base):
        count = Base.count + 1

        def __init__(self, x):
            super().__init__(x, key="derived")

        def __repr__(self):
            return f"Derived({self.x})"

    d = Derived(2)
    assert repr(d) == "Derived(2)" and d.key == "derived" and d.count == 1
    made = type("Made", (Derived,), {"y": 3})
    assert made(1).y == 3 and isinstance(made(2), Base)
    Derived.z = 4
    assert made.z == 4


def closures():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return lambda: total + n

    functions = [add(i) for i in range(4)]
    assert [f() for f in functions] == [6, 7, 8, 9]
    assert (lambda *args, **kwargs: (args, kwargs))(1, *[2, 3], a=4, **{"b": 5}) == ((1, 2, 3), {"a": 4, "b": 5})
    assert add.__name__ == "add" and total == 6


def bound():
    method = Base(5).method
    assert list(map(method, [1, 2], [3, 4])) == [9, 11]
    assert method(b=1, a=1) == 7


for _ in range(2):
    for f in (attributes, instances, classes, closures, bound):
        try:
            f()
        except MemoryError:
            pass
o = Base(1)
o.later = 2
assert vars(o) == {"x": 1, "args": (), "key": None, "kwargs": {}, "later": 2}
print("done")
