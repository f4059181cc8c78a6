"""dataclasses: dataclass, field, inheritance, order, frozen, replace, asdict."""
from dataclasses import (FrozenInstanceError, KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass,
                         replace)


@dataclass
class Point:
    x: int
    y: int = 0

    def length(self):
        return abs(self.x) + abs(self.y)


p = Point(3)
print(p, p == Point(3, 0), p == (3, 0), p != Point(1), p.length(), Point(y=1, x=2), Point.__match_args__)
for call in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=3), lambda: Point(1, x=3), lambda: hash(p), lambda: p < p):
    try:
        print(call())
    except TypeError as error:
        print(error)


@dataclass
class Inventory:
    name: str
    items: list = field(default_factory=list)
    _secret: int = field(default=0, repr=False, compare=False)
    total: int = field(init=False)
    kind = "class attribute"

    def __post_init__(self):
        self.total = len(self.items)


a, b = Inventory("a"), Inventory("b", [1, 2])
a.items.append(1)
print(a, b, b.total, [f.name for f in fields(Inventory)], a.items is not b.items, Inventory("q", _secret=3) == Inventory("q"))


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


v = Version(1, 2, "x")
print(v, v < Version(1, 3), v >= Version(1, 2), max(Version(2), v), hash(v) == hash(Version(1, 2, "y")), {v: 1}[Version(1, 2)])
for change in (lambda: setattr(v, "major", 5), lambda: delattr(v, "minor")):
    try:
        change()
    except FrozenInstanceError as error:
        print(error, isinstance(error, AttributeError))
print(replace(v, minor=9), asdict(v), astuple(v), is_dataclass(v), is_dataclass(Version), is_dataclass(3))


@dataclass
class Point3(Point):
    z: int = 5
    _: KW_ONLY
    tag: str = "t"


print(Point3(1, 2), Point3(1, z=9, tag="u"), isinstance(Point3(0), Point), Point3(1, 2) == Point(1, 2))
try:
    Point3(1, 2, 3, 4)
except TypeError as error:
    print(error)


@dataclass
class Scaled:
    value: int
    factor: InitVar[int] = 2

    def __post_init__(self, factor):
        self.value *= factor


print(Scaled(4), Scaled(4, 10))


@dataclass
class Tree:
    label: str
    children: list = field(default_factory=list)


tree = Tree("root", [Tree("leaf"), Tree("twig", [Tree("bud")])])
print(tree, asdict(tree), tree == Tree("root", []), sep="\n")
match Point(1, 7):
    case Point(1, y):
        print("y", y)
try:

    @dataclass
    class Wrong:
        items: list = []

except ValueError as error:
    print(error)
try:

    @dataclass
    class Order:
        a: int = 1
        b: int

except TypeError as error:
    print(error)


@dataclass(eq=False, repr=False)
class Plain:
    x: int


print(Plain(1) == Plain(1), hash(Plain(1)) is not None)


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


s = Slotted(1)
print(s)
try:
    s.c = 3
except AttributeError as error:
    print(error)
