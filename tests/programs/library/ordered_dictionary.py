"""OrderedDict: moving, popping, what a subclass overrides, copies, unions, recursion in repr."""
import copy
from collections import OrderedDict
class LRU(OrderedDict):
    def __init__(self, size, *args, **kwds):
        self.size = size
        super().__init__(*args, **kwds)
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]
cache = LRU(3, a=1, b=2)
cache["c"] = 3
cache["a"]
cache["d"] = 4
print(list(cache), cache.popitem(last=False), cache.pop("a"), list(cache))
class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)
d = Loud([("x", 1)], y=2)
d.update(z=3)
print(d, d.setdefault("w", 5))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("c", last=False)
o.note = "kept"
print(o, copy.copy(o).note, o.pop("q", default=0), o.setdefault("b", default=7), OrderedDict.fromkeys("ab", value=1))
print(o | {"d": 4}, {"d": 4} | o, type({} | o).__name__)
o |= {"c": 9}
o["self"] = o
print(o)
for make in (lambda: o.move_to_end("none"), lambda: OrderedDict().popitem(), lambda: o.pop("none")):
    try:
        make()
    except KeyError as e:
        print(repr(e))
