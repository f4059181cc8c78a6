"""Names of functions can be set; those of builtin functions cannot be changed"""


def outer():
    def inner(x, *, y=1):
        pass

    return inner


class Point:
    def move(self):
        pass


f = outer()
print(f.__name__, f.__qualname__, Point.move.__qualname__, (lambda: 0).__qualname__)
f.__name__ = "renamed"
print(f.__name__, f.__qualname__, f.__code__.co_name, f.__code__.co_qualname)
f.__qualname__ = "Other.name"
print(f.__name__, f.__qualname__, repr(f)[:20])
print(f.__defaults__, f.__kwdefaults__, f.__closure__, f.__code__.co_kwonlyargcount, f.__code__.co_flags & 12)
try:
    f()
except TypeError as error:
    print(error)
g = outer()
print(g.__name__, g.__qualname__, outer.__name__)
for name in ("__name__", "__qualname__"):
    try:
        setattr(len, name, "size")
    except AttributeError as error:
        print(error)
try:
    len.unit = "items"
except AttributeError as error:
    print(error)
try:
    len.__dict__
except AttributeError as error:
    print(error)
print(len.__name__, len.__qualname__, str.upper.__qualname__, [].append.__qualname__)
