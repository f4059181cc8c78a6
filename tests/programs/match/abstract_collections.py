"""Sequence and mapping patterns match what is derived from or registered with abstract classes."""

import collections


class Letters(collections.abc.Sequence):
    def __getitem__(self, i):
        return "abc"[i]

    def __len__(self):
        return 3


class Registered:
    def __getitem__(self, i):
        return (5, 6)[i]

    def __len__(self):
        return 2


class Both(collections.UserDict, collections.abc.Sequence):
    pass


collections.abc.Sequence.register(Registered)


def f(value):
    match value:
        case [x, *rest]:
            return "sequence", x, rest
        case {"a": x, **rest}:
            return "mapping", x, rest
        case _:
            return "neither"


for value in (
    Letters(),
    Registered(),
    collections.deque([1, 2]),
    collections.UserList("xy"),
    memoryview(b"12"),
    collections.UserDict(a=1, b=2),
    collections.ChainMap({"a": 3}),
    collections.OrderedDict(a=4),
    Both(a=5),
    vars(Letters),
    "text",
    b"bytes",
    {1, 2},
):
    print(type(value).__name__, f(value))
