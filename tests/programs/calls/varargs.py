"""*args and **kwargs, in definitions and calls."""


def f(*args, **kwargs):
    return args, kwargs


def g(a, *rest, k=0, **more):
    return a, rest, k, more


print(f(), f(1, 2), f(x=1), f(1, *[2, 3], y=4, **{"z": 5}))
print(g(1), g(1, 2, 3), g(1, k=2), g(1, 2, k=3, z=4), g(*"abc", **{"k": 1, "j": 2}))
print(f(*range(300))[0][299], len(f(*[0] * 500)[0]))


def outer(*args, **kwargs):
    return g(*args, **kwargs)


print(outer(1, 2, k=5, q=6))
