"""types.MappingProxyType of any mapping: lengths, unions, the other direction."""

from types import MappingProxyType


class Doubling(dict):
    def __getitem__(self, key):
        return 2 * super().__getitem__(key)

    def __len__(self):
        return 10


d = {"a": 1, "b": 2}
p = MappingProxyType(d)
print(len(p), list(reversed(p)), p | {"c": 3}, {"c": 3} | p, p | p)
q = MappingProxyType(Doubling(a=4))
print(len(q), q["a"], "a" in q, q)
d["z"] = 26
print(p["z"], len(p))
try:
    p["a"] = 2
except TypeError as e:
    print(e)
