# Unpacking into names, attributes, items and nested targets.
a, b = 1, 2
[c, d] = [3, 4]
(e, (f, g)), h = (5, (6, 7)), 8
print(a, b, c, d, e, f, g, h)
x = [0, 0]
x[0], x[1] = 10, 20
print(x)
first, *rest = 1, 2, 3, 4
print(first, rest)
*init, last = "abc"
print(init, last)
one, *none, two = (1, 2)
print(one, none, two)
(p, q), *r = [(1, 2), (3, 4), (5, 6)]
print(p, q, r)
[*everything] = range(3)
print(everything)
s, t = "xy"
print(s, t)
u, v = {"k": 1, "l": 2}
print(u, v)
