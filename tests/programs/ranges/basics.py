for r in (range(5), range(2, 8), range(10, 0, -3), range(0), range(5, 5), range(0, 10, 100), range(-5, 5, 2)):
    print(r, len(r), list(r), list(reversed(r)), bool(r), 4 in r, 4.0 in r, "x" in r, r.start, r.stop, r.step)
r = range(10, 100, 7)
print(r[0], r[-1], r[3], r[2:5], r[::-1], r[::3], r[100:], r.index(24), r.count(24), r.count(25), r[-3:])
print(range(3) == range(0, 3, 1), range(0) == range(5, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2])
print(hash(range(3)) == hash(range(0, 3)), {range(3): 1}[range(0, 3)])
it = iter(range(3))
print(next(it), list(it), list(it))
