"""Functions have attributes."""


def f(a, b=2, *, c=3):
    """The docstring."""
    return a + b + c


print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__)
f.calls = 0
f.calls += 1
print(f.calls, f.__dict__)
f.__name__ = "g"
print(f.__name__, f.__qualname__)
f.__defaults__ = (10,)
print(f(1))
print(f.__code__.co_argcount, f.__code__.co_varnames[:3], f.__code__.co_name)
try:
    f.nothing
except AttributeError as e:
    print(e)
del f.calls
print(hasattr(f, "calls"))
