"""StopIteration in a generator becomes RuntimeError."""


def g():
    yield 1
    next(iter([]))


a = g()
print(next(a))
try:
    next(a)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
print(list(a))
