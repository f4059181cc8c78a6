# Items, slices and attributes can be deleted.
x = [1, 2, 3, 4, 5]
del x[0]
print(x)
del x[1:3], x[-1]
print(x)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
try:
    del d["a"]
except KeyError as e:
    print(repr(e))


class C:
    pass


c = C()
c.a, c.b = 1, 2
del c.a
print(hasattr(c, "a"), c.b)
try:
    del c.a
except AttributeError as e:
    print(e)
try:
    del (1, 2)[0]
except TypeError as e:
    print(e)
