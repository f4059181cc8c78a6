for s in [(1, 3, 1), (0, 10, 2), (9, 0, -3), (None, None, -1), (5, 2, 1), (2, 100, 3), (-3, None, 1)]:
    a = list(range(10))
    del a[s[0] : s[1] : s[2]]
    print(s, a)
a = list(range(5))
del a[0], a[-1]
print(a)
del a[:]
print(a)
