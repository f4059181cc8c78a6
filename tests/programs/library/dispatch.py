"""functools: singledispatch with abstract classes and unions, singledispatchmethod, partialmethod."""
from collections.abc import Mapping, Sequence
from functools import cached_property, partial, partialmethod, singledispatch, singledispatchmethod
@singledispatch
def show(x): return "object"
@show.register
def _(x: int | float): return "number"
@show.register(Sequence)
def _(x): return "sequence"
@show.register
def _(x: Mapping): return "mapping"
@show.register(str)
def _(x): return "text"
print([show(x) for x in (1, 2.5, True, "a", [1], (), {}, None, b"")], show.dispatch(bool) is show.dispatch(int), str in show.registry)
for wrong in (5, lambda x: 1):
    try:
        show.register(wrong)
    except TypeError as e:
        print(str(e)[:40])
class Shape:
    @singledispatchmethod
    def area(self, x): return "unknown"
    @area.register
    def _(self, x: int): return f"int {x}"
    @area.register(str)
    @staticmethod
    def _(x): return f"static {x}"
    @area.register(list)
    @classmethod
    def _(cls, x): return cls.__name__
    def scale(self, a, b, *, c=0): return a, b, c
    twice = partialmethod(scale, 2, c=5)
    thrice = partialmethod(twice, 3)
    plain = partialmethod(partial(lambda *args, **kw: (len(args), kw)), 1, k=2)
s = Shape()
print(s.area(1), s.area("x"), s.area([]), s.area(None), Shape.area.__name__)
print(s.twice(7), s.thrice(), s.twice(7, c=8), s.plain(4), Shape.twice(s, 9))
print(partial(print, 1, end=""), partialmethod(print, 1))
class C:
    pass
C.late = cached_property(lambda self: 1)
try:
    C().late
except TypeError as e:
    print(e)
