"""Sets when memory runs out."""


def attempt(change, *expected):
    s = {1, 2, 3, 4}
    try:
        change(s)
    except MemoryError:
        pass
    assert s == {1, 2, 3, 4} or s in expected, s
    assert len(s) == len(list(s)) and all(x in s for x in s)
    s.add(99)
    s.remove(99)
    s.clear()
    assert not s


def union(s):
    s |= {5, 6}


def difference(s):
    s ^= {4, 5}


def grow(s):
    for i in range(40):
        s.add(i)


attempt(lambda s: s.add(5), {1, 2, 3, 4, 5})
attempt(lambda s: s.update([5, 6]), {1, 2, 3, 4, 5}, {1, 2, 3, 4, 5, 6})
attempt(union, {1, 2, 3, 4, 5}, {1, 2, 3, 4, 5, 6})
attempt(difference, {1, 2, 3}, {1, 2, 3, 5}, {1, 2, 3, 4, 5})
attempt(lambda s: s.discard(4), {1, 2, 3})
attempt(lambda s: s.pop(), {2, 3, 4})
attempt(lambda s: (s | {7}, s & {1}, s - {1}, s ^ {1, 8}))
attempt(lambda s: frozenset(s) | s)
attempt(lambda s: s.intersection_update([1, 2]), {1, 2})
attempt(lambda s: s.difference_update([1, 2]), {3, 4})
attempt(lambda s: {x * y for x in s for y in s})
attempt(lambda s: {frozenset({x}): x for x in s})
attempt(lambda s: repr(s))
s = set()
try:
    grow(s)
except MemoryError:
    pass
assert s == set(range(len(s)))
print("done")
