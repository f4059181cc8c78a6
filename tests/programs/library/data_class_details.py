"""dataclass() keeps methods that are there, asks descriptors and checks what it is told."""

from dataclasses import KW_ONLY, InitVar, asdict, dataclass, field, fields, make_dataclass
from typing import ClassVar


@dataclass
class Own:
    x: int

    def __init__(self, x):
        self.x = 2 * x


print(Own(3))


class Base:
    size = 7


@dataclass
class Inheriting(Base):
    size: int
    ClassVariable: "ClassVariable" = 0
    count: "ClassVar[int]" = 5


print(Inheriting(), [f.name for f in fields(Inheriting)])


class Default:
    def __set_name__(self, cls, name):
        self.name = name

    def __get__(self, o, cls=None):
        return 100 if o is None else o.__dict__["_" + self.name]

    def __set__(self, o, value):
        o.__dict__["_" + self.name] = value


@dataclass
class Described:
    a: int = Default()
    b: int = field(default=3, init=False)


d = Described()
d.a += 1
print(d.a, d, vars(d), Described.b)
print(InitVar[int], field(metadata={"unit": "m"}).metadata["unit"])


def attempt(make):
    try:
        make()
    except TypeError as e:
        print(e)


@attempt
def frozen_with_setattr():
    @dataclass(frozen=True)
    class A:
        def __setattr__(self, name, value):
            pass


@attempt
def two_keyword_only():
    @dataclass
    class A:
        a: int
        _: KW_ONLY
        b: int
        __: KW_ONLY


@attempt
def factory_of_class_variable():
    @dataclass
    class A:
        a: ClassVar[list] = field(default_factory=list)


@attempt
def read_only_metadata():
    field(metadata={}).metadata["a"] = 1


attempt(lambda: make_dataclass("C", ["a", "a"]))
attempt(lambda: make_dataclass("C", ["a b"]))


@dataclass(slots=True)
class Slotted:
    x: int


@dataclass(slots=True)
class More(Slotted):
    x: int
    y: int = 2


@dataclass(slots=True)
class Added(Slotted):
    x: int
    y: int


print(Added(1, 2), Added.__slots__)
print(Slotted.__slots__, More.__slots__, asdict(More(1)))


@dataclass(frozen=True)
class Frozen:
    x: int


print(Frozen.__hash__.__qualname__, Frozen.__setattr__.__qualname__, hash(Frozen(1)) == hash((1,)))
