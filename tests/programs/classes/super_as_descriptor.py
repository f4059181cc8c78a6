"""An unbound super object that is an attribute of a class binds to the instance."""


class A:
    def f(self):
        return "A"


class B(A):
    def f(self):
        return "B" + self.__above.f()


class C(B):
    def f(self):
        return "C" + self.__above.f()


B._B__above = super(B)
C._C__above = super(C)
print(C().f(), B().f())
