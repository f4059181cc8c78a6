"""Set and MutableSet: operators with sets, lists and each other, _hash, in-place operators."""
from collections.abc import MutableSet, Set
class Listed(Set):
    def __init__(self, items=()): self.items = list(dict.fromkeys(items))
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
    def __repr__(self): return f"Listed({self.items})"
    __hash__ = Set._hash
a, b = Listed("abc"), {"b", "d"}
print(a & b, a | ["d"], a - b, {"a", "z"} - a, a ^ ["a", "q"], ["a", "q"] ^ a, b & a, a.isdisjoint("xy"), a >= {"a"}, {"a"} < a)
print(hash(a) == hash(frozenset("abc")), a == {"a", "b", "c"}, {a: 1}[Listed("cba")])
class Bag(MutableSet):
    def __init__(self, items=()): self.d = dict.fromkeys(items)
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): self.d[x] = None
    def discard(self, x): self.d.pop(x, None)
m = Bag("abcd")
m &= {"a", "b"}
m ^= ["b", "x"]
m |= "yz"
m -= {"z"}
print(sorted(m), sorted((m.pop(), m.pop(), m.pop())))
try:
    m.pop()
except KeyError as e:
    print(repr(e))
try:
    a | 5
except TypeError as e:
    print(e)
