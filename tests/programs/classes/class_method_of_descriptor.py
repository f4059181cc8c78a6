"""A class method can wrap a property, another class method or any descriptor."""


class Shout:
    def __init__(self, text):
        self.text = text

    def args(*args):
        return args

    def __get__(self, o, cls=None):
        return self.text.upper(), o is cls


class Base:
    @classmethod
    @property
    def title(cls):
        return cls.__name__

    @classmethod
    @classmethod
    def twice(*args):
        return args

    @classmethod
    @staticmethod
    def without(*args):
        return args

    shout = classmethod(Shout("hello"))
    length = classmethod(len)
    rebound = classmethod(Shout("bound").args)


class Derived(Base):
    pass


print(Base.title, Derived.title, Derived().title)
print(Derived.twice(1), Derived().twice(2))
print(Base.without(1), Derived().without(2))
print(Base.shout, Derived().shout)
print(len(Base.rebound(2)))
try:
    Base.length()
except TypeError as e:
    print(e)
