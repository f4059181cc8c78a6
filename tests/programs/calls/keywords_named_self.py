"""Keyword arguments of builtins may be named like their own parameters."""

print(dict(self=3, cls=4, args=5))
d = {}
d.update(self=1, other=2)
print(d, "{self} {args} {text}".format(self=1, args=2, text=3))
from collections import Counter, defaultdict, OrderedDict
print(Counter(self=2, iterable=3), OrderedDict(self=1), defaultdict(int, self=4))
c = Counter()
c.update(self=3, iterable=1)
print(c)
class E(Exception):
    def __init__(self, *a, **k): print(a, k)
E(1, cls=2)
from functools import partial
def f(**k): return k
print(partial(f, func=1)(self=2), partial(f, args=1)())
