d = {"a": 1, "b": 2, "c": 3}
print(d.get("a"), d.get("x"), d.get("x", 5), d.pop("a"), d.pop("a", None), d)
print(d.setdefault("b", 9), d.setdefault("z", 9), d.setdefault("y"), d)
print(d.popitem(), d.popitem(), d)
d.update({"q": 1}, r=2)
d.update([("s", 3), ["t", 4]])
d.update(x=5)
print(d, d.copy() == d, d.copy() is d)
d.clear()
print(d, len(d))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
for f in (lambda: {}.pop("k"), lambda: {}.popitem()):
    try:
        f()
    except KeyError as e:
        print(e)
