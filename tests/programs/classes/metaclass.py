"""Metaclasses: attributes, __call__, __new__, __prepare__, methods of classes."""


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"added": 1}

    def __new__(mcs, name, bases, ns, **kw):
        ns["tag"] = name.lower()
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.registry.append(name)

    registry = []

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def shout(cls):
        return cls.__name__.upper()

    @property
    def size(cls):
        return len(cls.__name__)


class A(metaclass=Meta, flag=True):
    def __init__(self, x=0):
        self.x = x


class B(A):
    pass


print(A.tag, B.tag, A.added, Meta.registry)
b = B(3)
print(b.x, type(B).__name__, B.shout(), B.size)
try:
    b.shout()
except AttributeError as e:
    print(e)
print(isinstance(B, Meta), type(B) is Meta)
