def f(x):
    return g(x, 1) + 1


def g(a, b):
    return a / b + a.real.missing


f(f(1) if False else 2)
