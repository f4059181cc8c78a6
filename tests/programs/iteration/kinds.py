# for over everything that can be iterated over.
for x in [1, 2]:
    print(x)
for x in (3, 4):
    print(x)
for x in "é€x":
    print(x)
for x in {"a": 1, "b": 2}:
    print(x)
for k, v in {"a": 1, "b": 2}.items():
    print(k, v)
for x in sorted({2, 1}):
    print(x)
for x in b"ab":
    print(x)
for x in range(2):
    print(x)
for x in reversed([1, 2, 3]):
    print(x)
for i, x in enumerate("ab"):
    print(i, x)
for a, b in zip([1, 2], "xy"):
    print(a, b)
for (a, b), *c in [((1, 2), 3), ((4, 5),)]:
    print(a, b, c)
for x in []:
    print("no")
else:
    print("else", x)
o = [0]
for o[0] in (7, 8):
    print(o)
for x in iter([9]):
    print(x)
