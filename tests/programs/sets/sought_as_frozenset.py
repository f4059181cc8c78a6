"""A set, also of a subclass, is looked up, removed and discarded as the frozenset of its items."""
class Plain(set): pass
class Hashed(set):
    def __hash__(self): return 1
s = {frozenset([1]), frozenset([3]), 2}
print(Plain([1]) in s, {3} in s, Hashed([1]) in s)
s.discard(Plain([1]))
s.remove({3})
print(s)
try:
    s.remove(Plain([4]))
except KeyError as e:
    print(repr(e))
try:
    s.add(Plain([4]))
except TypeError as e:
    print(e)
