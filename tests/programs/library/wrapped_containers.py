"""UserDict, UserList, ChainMap, defaultdict, deque: their methods, and the abstract classes they belong to."""
from collections import ChainMap, UserDict, UserList, defaultdict, deque
from collections.abc import Collection, ItemsView, KeysView, MutableMapping, MutableSequence, Sequence, ValuesView
d = UserDict(a=1)
print(d.fromkeys("xy", 0), d | {"b": 2}, {"b": 2} | d, d.popitem(), d, isinstance(d, MutableMapping))
d |= {"c": 3}
print(d, d.copy(), d == {"c": 3})
d.clear()
print(len(d))
u = UserList([3, 1])
u += [2]
print(u, u * 2, [0] + u, u < [4], u == [3, 1, 2], sorted(u), u[1:], type(u[1:]).__name__, u.copy(), list(reversed(u)), isinstance(u, MutableSequence))
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(c.pop("a"), c["a"], sorted(c.items()), c.copy(), c | {"z": 1}, {"z": 1, "b": 0} | c, c == {"a": 2, "b": 3}, isinstance(c, MutableMapping))
for make in (lambda: c.pop("b"), lambda: c.popitem(), lambda: c["none"]):
    try:
        make()
    except KeyError as e:
        print(e)
f = defaultdict(list, a=[1])
print({"b": 2} | f, f | {"b": 2}, type({} | f).__name__)
q = deque([1, 2])
print(isinstance(q, MutableSequence), isinstance(q, Sequence), isinstance({}.keys(), KeysView), isinstance({}.values(), Collection), isinstance({}.values(), ValuesView), isinstance({}.items(), ItemsView))
class Changes:
    def __eq__(self, other):
        q.append(0)
        return False
q = deque([Changes(), 2])
it = iter(q)
q.append(3)
for make in (lambda: next(it), lambda: q.count(5), lambda: q.index(5), lambda: 5 in q, lambda: q.remove(5)):
    try:
        make()
    except (RuntimeError, IndexError) as e:
        print(type(e).__name__, e)
class Slots(deque):
    __slots__ = ("x", "__dict__")
s = Slots("ab")
s.x = s.y = 1
print(s, s.x, s.y)
