"""abc: old decorators, and classes whose methods are defined later."""

import abc


class Old(abc.ABC):
    @abc.abstractproperty
    def value(self):
        return 3

    @abc.abstractclassmethod
    def make(cls):
        return cls

    @abc.abstractstaticmethod
    def tell():
        return "told"


print(sorted(Old.__abstractmethods__), Old.make() is Old, Old.tell())


class New(Old):
    value = property(lambda self: super(New, self).value + 1)

    @classmethod
    def make(cls):
        return super().make()


try:
    New()
except TypeError as e:
    print(e)
New.tell = staticmethod(lambda: "new")
print(abc.update_abstractmethods(New)().value, New.make() is New)
print(hasattr(type, "__abstractmethods__"), hasattr(int, "__abstractmethods__"))
before = abc.get_cache_token()
Old.register(int)
print(before != abc.get_cache_token(), isinstance(3, Old))
