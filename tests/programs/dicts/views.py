d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["c"] = 3
print(k, v, i)
print("a" in k, 3 in v, ("b", 2) in i, ("b", 3) in i, 5 in i)
print(sorted(k & {"a", "x"}), sorted(k | {"x"}), sorted(k - {"a"}), sorted(k ^ {"a", "x"}))
print(k == {"a", "b", "c"}, k >= {"a"}, k < {"a", "b", "c", "d"}, k.isdisjoint("xyz"), k.isdisjoint("ax"))
print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
print(sorted(i & [("a", 1), ("q", 2)]), i == {("a", 1), ("b", 2), ("c", 3)})
print(v == v, v == d.values(), k == d.keys())
