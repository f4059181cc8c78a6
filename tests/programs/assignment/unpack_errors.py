# What does not fit is an error.
def attempt(value, kind):
    try:
        if kind == 2:
            a, b = value
            print(a, b)
        elif kind == 3:
            a, *b, c = value
            print(a, b, c)
        else:
            (a,) = value
            print(a)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for value in ((), (1,), [1, 2], (1, 2, 3), "ab", "abc", 5, None, {1: 2}, range(2), range(9)):
    for kind in (1, 2, 3):
        attempt(value, kind)
