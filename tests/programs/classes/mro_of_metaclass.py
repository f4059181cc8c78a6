"""A method `mro` of a metaclass decides in what order a class and its bases are searched."""

class Meta(type):
    def mro(cls):
        order = type.mro(cls)
        if "reverse" in cls.__dict__:
            order[1:-1] = reversed(order[1:-1])
        return order
class A(metaclass=Meta):
    def f(self): return "A"
class B(metaclass=Meta):
    def f(self): return "B"
class C(A, B): pass
class D(A, B): reverse = True
print(C().f(), D().f(), [c.__name__ for c in D.__mro__], D.mro() == list(D.__mro__))
class Bad(type):
    def mro(cls): return [cls, 1]
try:
    Bad("X", (), {})
except TypeError as e: print(e)
