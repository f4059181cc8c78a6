"""Keyword-only and positional-only parameters."""


def f(a, /, b, *, c, d=4):
    return a, b, c, d


print(f(1, 2, c=3), f(1, b=2, c=3, d=5))
for call in (
    lambda: f(1, 2),
    lambda: f(a=1, b=2, c=3),
    lambda: f(1, 2, 3),
    lambda: f(1, c=3),
    lambda: f(1, 2, c=3, e=5),
    lambda: f(1, 2, b=3, c=4),
):
    try:
        call()
    except TypeError as e:
        print(e)
