def f(a):
    return a


def g(h):
    return h(1, 2) + 1


g(f)
