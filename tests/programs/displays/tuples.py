# Tuples.
print((), (1,), (1, 2), ((1,), ()), 1, (2, (3, (4,))))
x = 3
t = x, x * 2
print(t, (*t, *[5], 6), (*(),), (x,))
print((1, "a", None, True, 2.5, ...) == (1, "a", None, 1, 2.5, ...))


def f():
    return 1, x


print(f()[1], f())
