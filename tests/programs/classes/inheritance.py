"""Methods are found along the MRO; super() calls the next one."""


class A:
    def __init__(self, a):
        self.a = a

    def name(self):
        return "A"

    def both(self):
        return self.name() + str(self.a)


class B(A):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b

    def name(self):
        return "B" + super().name()


class C(B):
    pass


c = C(1, 2)
print(c.both(), c.a, c.b)
print(isinstance(c, A), issubclass(C, B), issubclass(A, C), isinstance(c, (int, B)))
print([k.__name__ for k in C.__mro__])
