"""o.__class__ = another class."""


class A:
    def f(self):
        return "A", self.v


class B:
    def f(self):
        return "B", self.v


a = A()
a.v = 1
print(a.f())
a.__class__ = B
print(a.f(), isinstance(a, B), isinstance(a, A))
try:
    a.__class__ = int
except TypeError as e:
    print(e)
