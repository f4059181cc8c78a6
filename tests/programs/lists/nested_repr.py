a = [1]
a.append(a)
print(a)
b = [a, (a,), {"a": a}]
print(b)
d = {}
d["d"] = d
d["l"] = [d]
print(d)
print([[], [[]], [None, True, "it's", 1.5, -0.0]])
