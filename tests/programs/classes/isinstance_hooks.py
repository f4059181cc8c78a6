"""__instancecheck__, __subclasscheck__, and unions."""


class Even(type):
    def __instancecheck__(cls, o):
        return isinstance(o, int) and o % 2 == 0

    def __subclasscheck__(cls, c):
        return c is int


class E(metaclass=Even):
    pass


print(isinstance(4, E), isinstance(3, E), issubclass(int, E), issubclass(str, E))
print(isinstance(3, int | str), isinstance("x", int | str), isinstance(1.5, int | str))
print(int | str, isinstance(None, int | None))
for args in ((1, 2), (1, (int, 2.5))):
    try:
        print(isinstance(*args))
    except TypeError as e:
        print(e)
try:
    issubclass(1, int)
except TypeError as e:
    print(e)
