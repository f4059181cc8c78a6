print(dict(), dict(a=1, b=2), dict({"x": 1}, y=2), dict([("a", 1), ("b", 2)]), dict(zip("ab", (1, 2))))
for f in (
    lambda: dict(5),
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: dict(["abc"]),
    lambda: dict({}, {}),
    lambda: {}.update([(1,)]),
):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print({**{"a": 1}, "b": 2, **{"a": 3}})
try:
    print({**5})
except TypeError as e:
    print(e)
