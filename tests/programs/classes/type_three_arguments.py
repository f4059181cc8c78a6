"""type(name, bases, namespace) makes a class."""


def greet(self):
    return "hi " + self.who


Dyn = type("Dyn", (), {"who": "dyn", "greet": greet})
print(Dyn().greet(), Dyn.__name__, Dyn)
Sub = type("Sub", (Dyn,), dict(who="sub"))
print(Sub().greet(), Sub.__mro__[1] is Dyn)
print(type(5), type("x"), type(None), type(Dyn), type(type))
try:
    type("X", (), {}, 1)
except TypeError as e:
    print(e)
