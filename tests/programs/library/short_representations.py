"""reprlib: representations that are cut, levels, own limits, recursion."""

import reprlib
from collections import deque


class Long:
    def __repr__(self):
        return "<" + "long " * 20 + ">"


class Fails:
    def __repr__(self):
        raise ValueError


class Chain:
    def __init__(self):
        self.items = []

    @reprlib.recursive_repr(fillvalue="<again>")
    def __repr__(self):
        return f"Chain({self.items!r})"


for value in (
    1, 10**39, 10**40, -(10**50), "a" * 27, "a" * 28, "a" * 29, "x'y" * 20, "é" * 40, b"b" * 40, [], [1], list(range(6)), list(range(7)), (), (1,), tuple(range(9)),
    {}, {1: 2}, {i: i for i in range(9, 0, -1)}, set(), {3, 1, 2}, set(range(9)), frozenset({2, 1}), frozenset(), deque(range(8)), None, 1.5, Long(), range(5),
    [[[[[[[[1]]]]]]]], {1: {2: {3: {4: {5: {6: {7: 8}}}}}}}, ["a" * 50, (1, [2, "b" * 50])], {"b": 1, "a": 2, 3: 4},
):
    print(reprlib.repr(value))
print(reprlib.repr(Fails()).split(" at ")[0])
short = reprlib.Repr()
short.maxlist, short.maxstring, short.maxlong, short.maxother, short.maxdict, short.maxlevel = 2, 9, 8, 7, 1, 2
for value in ([1, 2, 3], "abcdefghijkl", 123456789, 1.23456789, {1: 2, 3: 4}, [[[1]]], ((), ((),)), True, "ab"):
    print(short.repr(value))


class Own(reprlib.Repr):
    def repr_bool(self, value, level):
        return f"bool:{value} at {level}"


print(Own().repr([True, (False,)]))
chain = Chain()
chain.items += [1, chain, [chain]]
print(chain, Chain.__repr__.__name__)
