# What fails leaves everything as it was.
l = [3, 1, "x", 2]
try:
    l.sort()
except TypeError as error:
    print(error, sorted(map(str, l)))
d = {"a": 1}
try:
    d.update([("b", 2), ("c",)])
except ValueError as error:
    print(error, d)
try:
    a, b = 1, 2
    a, b = [5]
except ValueError as error:
    print(error, a, b)
try:
    l[0:2] = 5
except TypeError as error:
    print(error, len(l))


class Bad:
    def __hash__(self):
        raise RuntimeError("unhashable today")


try:
    d[Bad()] = 1
except RuntimeError as error:
    print(error, d)
try:
    {1, 2, [3]}
except TypeError as error:
    print(error)
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as error:
    print(error)
items = [1, 2, 3, 4]
for i in items:
    if i == 2:
        items.remove(2)
print(items)
