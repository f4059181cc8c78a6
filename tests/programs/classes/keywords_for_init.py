"""Subclasses of builtin types whose __init__ or __new__ has keywords of its own."""
class Point(tuple):
    def __init__(self, items, name=None): self.name = name
class Metres(float):
    def __init__(self, value, *, unit="m"): self.unit = unit
class Tagged(list):
    def __new__(cls, items, tag=None):
        self = super().__new__(cls)
        self.tag = tag
        return self
class Bytes(bytearray):
    def __init__(self, data, note=None):
        super().__init__(data)
        self.note = note
p = Point([1, 2], name="p")
print(p, p.name)
m = Metres(2.5, unit="cm")
print(m + 1, m.unit)
t = Tagged([1, 2], tag=3)
print(t, t.tag)
b = Bytes(b"abc", note="n")
print(b, b.note)
class Plain(frozenset): pass
for make in (Plain, tuple, float, list, set, Point, int, bytes, str, reversed, map):
    try:
        print(make([1], other=2))
    except TypeError as e:
        print(e)
data = bytearray(b"old")
data.__init__(b"new one")
print(data)
