def f(n):
    return n + 1


def g():
    a = f(1)
    b = f(a)
    c = f(b) + f(a)
    a = f(c)
    return a * 1000 + b * 100 + c


print(g())
