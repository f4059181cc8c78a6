"""Ten thousand classes of each kind, one after the other."""

from abc import ABC, abstractmethod

COUNT = 10_000


def repeat(make):
    kept = None
    for i in range(COUNT):
        kept = make(i, kept)
    print(make.__name__, kept if make is not changed else kept.m())


def plain(i, kept):
    class K:
        def m(self):
            return i

    return K().m()


def by_call(i, kept):
    K = type("K%d" % i, (), {"number": i, "m": lambda self: self.number})
    return K.__name__, K().m()


def derived(i, kept):
    class A:
        kind = i

        def m(self):
            return 1

    class B(A):
        def m(self):
            return super().m() + i

    return B().m(), B.kind, len(A.__subclasses__())


def of_two_bases(i, kept):
    class A:
        pass

    class B:
        pass

    class C(A, B):
        pass

    return [c.__name__ for c in C.__mro__], len(B.__subclasses__())


def with_metaclass(i, kept):
    class Meta(type):
        def __call__(cls):
            return cls, i

    class K(metaclass=Meta):
        pass

    return K()[1], type(K).__name__


def with_slots(i, kept):
    class K:
        __slots__ = ("x", "y")

        def __init__(self):
            self.x = i
            self.y = [self]

    return K().x, K.x.__name__


def with_descriptors(i, kept):
    class K:
        @property
        def p(self):
            return i

        @classmethod
        def c(cls):
            return cls.__name__

        @staticmethod
        def s():
            return -i

    return K().p, K.c(), K.s()


def of_builtin(i, kept):
    class L(list):
        pass

    class S(str):
        pass

    return L([i, i]), S(i)


def exception(i, kept):
    class E(ValueError):
        pass

    try:
        raise E(i)
    except E as error:
        return error.args


def abstract(i, kept):
    class A(ABC):
        @abstractmethod
        def m(self):
            pass

    class B(A):
        def m(self):
            return i

    try:
        A()
    except TypeError as error:
        return B().m(), str(error)


def registered(i, kept):
    class A(ABC):
        pass

    class K:
        pass

    A.register(K)
    return issubclass(K, A), isinstance(K(), A)


def alias(i, kept):
    class K:
        def __class_getitem__(cls, item):
            return item, i

    return K[int], list[K].__args__[0].__name__


def in_cycle(i, kept):
    class K:
        pass

    K.own = K()
    K.own.cls = K
    K.twin = [K, K.own]
    return K.own.cls.__name__


def changed(i, kept):
    """The class with which an object was made dies; the next ones get its id."""

    class A:
        def m(self):
            return "A", i

    class B:
        def m(self):
            return "B", i

    o = A()
    o.m()
    o.__class__ = B
    if kept is None or i % 1000 == 0:
        kept = o
    assert kept.m() == ("B", i - i % 1000)
    return kept


repeat(plain)
repeat(by_call)
repeat(derived)
repeat(of_two_bases)
repeat(with_metaclass)
repeat(with_slots)
repeat(with_descriptors)
repeat(of_builtin)
repeat(exception)
repeat(abstract)
repeat(registered)
repeat(alias)
repeat(in_cycle)
repeat(changed)
