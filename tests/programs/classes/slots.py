"""__slots__: no other attributes, no __dict__."""


class S:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


s = S(1)
print(s.a)
s.b = 2
print(s.b)
try:
    s.c = 3
except AttributeError as e:
    print(e)
del s.b
try:
    s.b
except AttributeError as e:
    print(e)
print(hasattr(s, "__dict__"))


class T(S):
    __slots__ = ("c",)


t = T(4)
t.c = 5
t.b = 6
print(t.a, t.b, t.c)


class U(S):
    pass


u = U(1)
u.z = 9
print(u.a, u.z, vars(u))
try:
    class V:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)
