t = (1, "two", 3.0)
print(t, len(t), t[0], t[-1], t[1:], t[::-1], (), (1,), ((),))
print(t + (4,), t * 2, 2 * t, () * 3, 3.0 in t, 4 in t, t.index("two"), t.count(1))
a, b, c = t
print(a, b, c, tuple("abc"), tuple([1, 2]), tuple(), tuple(range(3)))
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    t[3]
except IndexError as e:
    print(e)
try:
    t + [1]
except TypeError as e:
    print(e)
try:
    t.index(9)
except ValueError as e:
    print(e)
try:
    t["a"]
except TypeError as e:
    print(e)
