"""Ten thousand classes made by the library: enumerations, named tuples, data classes, generic ones."""

import functools
from collections import namedtuple
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

COUNT = 10_000
T = TypeVar("T")


def repeat(make):
    kept = None
    for i in range(COUNT):
        kept = make(i)
    print(make.__name__, kept)


def enumeration(i):
    class Colour(Enum):
        RED = i

    return Colour(i), Colour.RED.value


def named_tuple(i):
    Point = namedtuple("Point", "x y")
    return Point(1, i), Point(x=i, y=2)._asdict()


def typed_tuple(i):
    class Pair(NamedTuple):
        first: int
        second: int = i

    return Pair(1), Pair._fields


def data_class(i):
    @dataclass
    class Item:
        name: str
        tags: list = field(default_factory=list)

    return Item("n%d" % i), Item("x") == Item("x", [])


def generic(i):
    class Box(Generic[T]):
        pass

    class Of(Box[int]):
        pass

    return Of.__orig_bases__[0].__args__, [c.__name__ for c in Of.__mro__]


def single_dispatch(i):
    class K:
        pass

    @functools.singledispatch
    def show(x):
        return "other"

    @show.register(K)
    def _(x):
        return "K"

    return show(K()), show(i)


repeat(enumeration)
repeat(named_tuple)
repeat(typed_tuple)
repeat(data_class)
repeat(generic)
repeat(single_dispatch)
