"""Default values are evaluated once, when the function is made."""


def f(a, b=[], *, c={}):
    b.append(a)
    c[a] = len(b)
    return b, c


print(f(1), f(2), f(3, [0]))
fs = [lambda x, i=i: x + i for i in range(3)]
print([g(10) for g in fs])


def g(a, b=1, c=2):
    return a, b, c


print(g(0), g(0, 5), g(0, c=7), g(c=1, a=2), g(*(1, 2)), g(**{"a": 4, "c": 5}))
