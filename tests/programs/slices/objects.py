s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), slice("a", "b"))
print(s == slice(1, 10, 2), s != slice(1), slice(1, 2) < slice(1, 3), [0, 1, 2, 3, 4][s], "abcdef"[s])
print(s.indices(5), slice(None, None, -1).indices(4), slice(-3, 100).indices(10), slice(2**70).indices(3), slice(5, 1, -2).indices(2**65))
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: hash(slice(1)), lambda: slice(1, 2, 0).indices(3), lambda: slice("a").indices(3), lambda: s.indices(-1)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
