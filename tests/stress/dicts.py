"""Dictionaries when memory runs out."""


def attempt(change, *expected):
    d = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    before = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    try:
        change(d)
    except MemoryError:
        pass
    assert d == before or d in expected, d
    assert len(d) == len(list(d)) == len(d.items())
    for key in list(d):
        assert key in d and d[key] == before.get(key, d[key])
    d["new"] = 1
    assert d.pop("new") == 1
    d.clear()
    assert not d and list(d) == []


def store(d):
    d["f"] = 6


def grow(d):
    for i in range(12):
        d[i] = i


def update(d):
    d |= {"f": 6, "a": 1}


def union(d):
    assert len(d | {"f": 6}) == 6


def delete(d):
    del d["c"]


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return self.n == other.n


def keys(d):
    made = {Key(i): i for i in range(8)}
    for i in range(8):
        assert made[Key(i)] == i


def nested(d):
    assert repr({"x": [d, {1: 2.5}]}).startswith("{'x': [{'a': 1")


letters = dict(zip("abcdef", range(1, 7)))
attempt(store, letters)
attempt(update, letters)
attempt(union)
attempt(lambda d: d.update({"f": 6}), letters)
attempt(lambda d: d.update(f=6), letters)
attempt(lambda d: d.update([("f", 6)]), letters)
attempt(lambda d: d.setdefault("f", 6), letters)
attempt(delete, {"a": 1, "b": 2, "d": 4, "e": 5})
attempt(lambda d: d.popitem(), {"a": 1, "b": 2, "c": 3, "d": 4})
attempt(lambda d: {**d, **{1: 2}}, letters)
attempt(lambda d: dict(d, f=6), letters)
attempt(lambda d: {value: key for key, value in d.items()})
attempt(lambda d: d.keys() & {"a", "z"})
attempt(lambda d: sorted(d.items(), key=lambda item: -item[1]))
attempt(lambda d: dict.fromkeys(d, []))
attempt(keys)
attempt(nested)
d = {}
try:
    grow(d)
except MemoryError:
    pass
assert list(d) == list(range(len(d))) and all(d[i] == i for i in d)
print("done")
