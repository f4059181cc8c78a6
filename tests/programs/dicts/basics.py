d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["a"], "b" in d, "z" in d, "z" not in d)
del d["b"]
d["b"] = 20
print(d, list(d))
for k in d:
    print(k, d[k])
print({}, {1: {2: {}}}, {(1, 2): [3]})
