"""collections.abc: tests of classes, and mixin methods."""
from collections.abc import (Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping,
                             MutableSequence, MutableSet, Sequence, Set, Sized)

values = [[1], (1,), "a", {1: 2}, {1}, 3, len, iter([]), (x for x in ()), range(3), None, b"", frozenset(), {}.keys()]
for kind in (Iterable, Iterator, Sized, Container, Hashable, Callable, Collection, Sequence, Mapping, Set, Generator, MutableSequence,
             MutableMapping, MutableSet):
    print(kind.__name__, [int(isinstance(value, kind)) for value in values])


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, int) and 0 <= i < self.n:
            return self.n - i
        raise IndexError(i)


c = Countdown(4)
print(list(c), 3 in c, 9 in c, list(reversed(c)), c.index(2), c.count(4), isinstance(c, Sequence))


class Lower(MutableMapping):
    def __init__(self, **items):
        self.data = {}
        self.update(items)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


m = Lower(A=1, b=2)
m["C"] = 3
print(m["a"], "B" in m, "z" in m, m.get("Z", 0), sorted(m.items()), list(m.keys()), list(m.values()), len(m))
print(m.pop("A"), m.setdefault("q", 9), m.pop("none", "default"), m == {"b": 2, "c": 3, "q": 9}, dict(m), m.popitem())
m.clear()
print(len(m), isinstance(m, Mapping))
try:
    m.pop("x")
except KeyError as error:
    print("KeyError", error)
try:

    class Partial(MutableMapping):
        def __getitem__(self, key):
            return 1

    Partial()
except TypeError as error:
    print(error)


class OrderedSet(MutableSet):
    def __init__(self, items=()):
        self.items = dict.fromkeys(items)

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        self.items[x] = None

    def discard(self, x):
        self.items.pop(x, None)

    def __repr__(self):
        return f"OrderedSet({list(self)})"


s = OrderedSet("hello")
s |= "xy"
print(s, sorted(s & set("hex")), s - {"h"}, s | ["new"], s == set("helloxy"), s <= set("helloxyz"), s.isdisjoint("q"), s ^ {"h", "q"})
s.remove("h")
try:
    s.remove("h")
except KeyError as error:
    print(error)


def apply(f: Callable[[int], int], items: Iterable[int]) -> list[int]:
    return [f(x) for x in items]


print(apply(lambda x: x + 1, (1, 2)), issubclass(dict, Mapping), issubclass(list, Sequence), issubclass(int, Iterable))
