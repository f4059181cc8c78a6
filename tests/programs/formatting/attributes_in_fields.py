"""Attributes of builtin values that only format strings and attrgetter name."""
from operator import attrgetter

print("{0.real} {n.numerator!r:>3} {0.imag:.1f}|{1[0].start}".format(3 + 4j, [range(5, 9)], n=7))
print(attrgetter("stop")(range(5)), attrgetter("__class__.__name__")(b""))
