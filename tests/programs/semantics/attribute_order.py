# Instances of one class may set their attributes in different orders.
class P:
    pass


a, b, c = P(), P(), P()
a.x, a.y = 1, 2
b.y, b.x = 3, 4
c.x = 5
print(vars(a), vars(b), vars(c))
del a.x
a.x = 6
print(vars(a), a.__dict__)
view = c.__dict__
c.z = 7
view["w"] = 8
print(view, c.w, c.z)


def method(self=None):
    return "class"


P.f = method
b.f = lambda: "instance"
print(a.f(), b.f(), c.f())
del b.f
print(b.f())
P.y = "class y"
del a.y
print(a.y, b.y)
for i in range(20):
    setattr(c, f"n{i}", i)
print(len(vars(c)), c.n19, list(vars(c))[:5])


class Base:
    tag = "base"


class Derived(Base):
    pass


d = Derived()
print(d.tag)
Base.tag = "changed"
print(d.tag)
Derived.tag = "derived"
print(d.tag)
del Derived.tag
print(d.tag)
