d = {1: "int", 2.5: "float", "s": "str", (1, "t"): "tuple", None: "none", 2**80: "big", frozenset([1]): "set"}
print(d[1], d[1.0], d[True], d[2.5], d["s"], d[(1, "t")], d[None], d[2**80], d[frozenset([1])])
d[True] = "bool"
d[1.0] = "one"
print(d)
print(d.get(-1), d.get(-2), -1 in d, {-1: "a", -2: "b"})
x = "".join(["s"])
print(d[x], {0.0: 1}[-0.0], {0: 1}[False])
