"""A descriptor that only stores leaves reading to the instance's dictionary."""


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, cls, name):
        self.name = name

    def __set__(self, o, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        o.__dict__[self.name] = value


class Point:
    x = Typed(int)
    y = Typed(int)

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(3, 4)
p.y += 1
print(p.x, p.y, vars(p))
try:
    p.x = "three"
except TypeError as e:
    print(e)
print(p.x, Point.__new__(Point).x is Point.__dict__["x"])


class Meta(type):
    z = Typed(int)


class C(metaclass=Meta):
    z = 5


print(C.z)
