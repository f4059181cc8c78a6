"""throw() checks its arguments before anything is raised in the generator."""


def g():
    try:
        yield 1
    except ValueError as e:
        yield e


def attempt(*args):
    it = g()
    next(it)
    try:
        print(repr(it.throw(*args)))
    except TypeError as e:
        print(e)


attempt(ValueError)
attempt(ValueError, "text")
attempt(ValueError, ("a", "b"), None)
attempt(ValueError, None, 3)
attempt(ValueError(1), "separate")
attempt(3)
