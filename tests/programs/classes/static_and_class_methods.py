"""staticmethod and classmethod."""


class C:
    count = 0

    @staticmethod
    def add(a, b):
        return a + b

    @classmethod
    def make(cls, n):
        cls.count += 1
        o = cls()
        o.n = n
        return o

    @classmethod
    def who(cls):
        return cls.__name__


class D(C):
    @classmethod
    def who(cls):
        return "D:" + super().who()


print(C.add(1, 2), C().add(3, 4))
d = D.make(7)
print(type(d).__name__, d.n, C.count, D.count)
print(C.who(), D.who(), d.who())
f = d.add
g = D.make
print(f(5, 6), g(1).n)
