"""repr() of objects, classes, functions and methods, but for addresses."""


class C:
    def m(self):
        pass

    class Inner:
        pass


def f():
    pass


print(C, C.Inner, int, type)
print(repr(C()).split(" at ")[0], repr(C.Inner()).split(" at ")[0])
print(repr(f).split(" at ")[0], repr(C.m).split(" at ")[0], repr(C().m).split(" at ")[0])
print(len, [].append.__name__, f.__name__, C.m.__qualname__, C.Inner.__qualname__)


class R:
    def __repr__(self):
        return "R!"


class T(R):
    def __str__(self):
        return "T as text"


print(R(), [R()], T(), [T()], f"{T()!r} {T()}")
