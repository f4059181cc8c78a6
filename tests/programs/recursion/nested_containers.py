"""Containers that are nested too deeply for repr and comparison"""


def nest(wrap, depth):
    inner = wrap(None)
    for _ in range(depth):
        inner = wrap(inner)
    return inner


def attempt(name, f):
    try:
        f()
    except RecursionError as error:
        print(name, error)
    else:
        print(name, "no error")


for wrap in (lambda x: [x], lambda x: (x,), lambda x: {1: x}):
    for depth in (50, 2500):
        a = b = None
        if wrap(0) == {1: 0} and depth > 50:
            break
        a = nest(wrap, depth)
        b = wrap(a)
        name = f"{type(a).__name__} {depth}"
        attempt(name + " repr", lambda: repr(a))
        attempt(name + " str", lambda: str(a))
        attempt(name + " ==", lambda: a == b)
        attempt(name + " !=", lambda: a != b)
        attempt(name + " in", lambda: a in [b])
        if depth > 50:
            attempt(name + " <", lambda: a < b)
            attempt(name + " sort", lambda: sorted([a, b, a]))
            attempt(name + " index", lambda: [b, 1].index(a))
            attempt(name + " max", lambda: max(b, a))
attempt("isinstance", lambda: isinstance(1, nest(lambda x: (x, str), 4200)))
print(len(nest(lambda x: [x], 10)))
attempt("issubclass", lambda: issubclass(int, nest(lambda x: (x, str), 4200)))
