"""Abstract base classes: only the decorators and the class, without registration."""


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class ABCMeta(type):
    pass


class ABC(metaclass=ABCMeta):
    pass
