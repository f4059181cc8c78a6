"""An instance attribute hides a method of the class for this instance only."""


class C:
    def f(self):
        return "class"


def g():
    return "instance"


a = C()
b = C()
print(a.f(), b.f())
a.f = g
print(a.f(), b.f())
del a.f
print(a.f(), b.f())
C.f = lambda self: "patched"
print(a.f(), b.f())


class D(C):
    pass


d = D()
print(d.f())
C.f = lambda self: "again"
print(d.f())
D.f = lambda self: "D"
print(d.f(), a.f())
del D.f
print(d.f())
