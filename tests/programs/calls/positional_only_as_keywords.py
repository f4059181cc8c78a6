"""The message lists all positional-only parameters that were passed by keyword."""


def f(a, b, /, c=1):
    pass


def g(a, b, /):
    pass


for keywords in {"b": 1, "a": 2}, {"c": 3, "b": 4}, {"z": 3, "a": 3}, {"z": 1}:
    for h in f, g:
        try:
            h(**keywords)
        except TypeError as e:
            print(e)
