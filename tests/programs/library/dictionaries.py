"""collections.defaultdict, OrderedDict, Counter and ChainMap."""
from collections import ChainMap, Counter, OrderedDict, defaultdict

groups = defaultdict(list)
for word in "the quick brown fox jumps over the lazy dog then stops".split():
    groups[len(word)].append(word)
print(groups, groups[99], 99 in groups, sorted(groups))
counts = defaultdict(int, a=1)
counts["b"] += 2
print(counts, counts.get("z"), counts.default_factory)
plain = defaultdict(None, {1: 2})
try:
    plain[3]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(3)
except TypeError as error:
    print(error)
print(counts.copy() == counts, isinstance(counts, dict), counts | {"c": 3})

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, list(o))
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict())

c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements()))
c.update("spam")
c.subtract({"i": 10, "q": 1})
print(c, +c, -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, a == b, a != b, a <= b)
a += b
print(a, Counter(), Counter([1, 1, 2]), dict(a))
del a["none"]

m = ChainMap({"x": 1}, {"x": 2, "y": 3})
print(m["x"], m["y"], len(m), sorted(m), "z" in m, m.get("z", 0))
child = m.new_child({"y": 9})
child["w"] = 5
print(child, child.parents, dict(child))
try:
    m["none"]
except KeyError as error:
    print(error)
print(type(counts), type(o), type(c), type(m))
