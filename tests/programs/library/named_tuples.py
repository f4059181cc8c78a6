"""collections.namedtuple."""
from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p.y, p[0], p == (1, 2), len(p), list(p))
x, y = p
print(x, y, p._asdict(), p._replace(x=5), Point._make([7, 8]), Point._fields)
Emp = namedtuple("Emp", "name, age job", defaults=["none"])
print(Emp("Ann", 3), Emp("Bob", 4, "dev"), Emp._field_defaults)
for f in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, 2, x=3), lambda: Point(),
          lambda: Emp(), lambda: Emp(1, 2, 3, 4), lambda: p._replace(q=1), lambda: Point._make([1]),
          lambda: namedtuple("P", "a a"), lambda: namedtuple("P", "_a"), lambda: namedtuple("P", "class"),
          lambda: namedtuple("P", "1a")):
    try:
        print(f())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a class _b a", rename=True)._fields)


class Vector(namedtuple("Vector", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    @property
    def size(self):
        return abs(self.x) + abs(self.y)


v = Vector(1, 2) + Vector(3, -4)
print(v, v.size, isinstance(v, tuple), hash(v) == hash((4, -2)), sorted([Point(2, 1), Point(1, 9)]))
try:
    p.x = 3
except AttributeError as error:
    print(error)
match p:
    case Point(x=1, y=b):
        print("matched", b)
match p:
    case Point(a, 2):
        print("positional", a)
print({Point(1, 2): "k"}[1, 2], Point.__doc__, Point.x.__doc__, Point.__name__, Point)
print("%s is %d" % Point("a", 3), "{0.x} {0[1]}".format(p), max(Point(1, 2), Point(1, 3)))
