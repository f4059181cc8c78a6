"""super() with arguments, in class methods, and for attributes."""


class A:
    x = 1

    def m(self):
        return "A.m"

    @classmethod
    def c(cls):
        return "A.c " + cls.__name__

    @property
    def p(self):
        return "A.p"


class B(A):
    x = 2

    def m(self):
        return "B.m"

    @classmethod
    def c(cls):
        return "B.c+" + super().c()

    @property
    def p(self):
        return "B.p+" + super().p


b = B()
print(super(B, b).m(), super(B, b).x, B.c(), b.c(), b.p)
print(super(B, B).c(), super(B, b).__self__ is b, super(B, b).__thisclass__)
try:
    super(B, b).nothing
except AttributeError as e:
    print(e)
try:
    super(B, A())
except TypeError as e:
    print(e)
try:
    super(5, b)
except TypeError as e:
    print(e)
