"""A class lives as long as anything refers to it, in whichever way; others get the ids of those that died."""

import gc


def churn():
    """Makes classes, enough for each id that is free, and lets them die."""
    for i in range(60):

        class Other:
            name = "other"
            a = b = c = x = "wrong"

            def m(self):
                return "wrong"

        Other().m()
    gc.collect()


class Root:
    pass


def by_instance():
    class K:
        def m(self):
            return "instance", self.x

    o = K()
    o.x = 1
    return o.m


def by_instance_alone():
    class K:
        x = "class attribute"

    return [K()]


def by_subclass_instance():
    class A:
        def m(self):
            return "A"

    class B(A):
        def m(self):
            return "B", super().m()

    return B()


def by_generator():
    class K:
        x = "generator"

    def g():
        o = K()
        while True:
            yield o.x, type(o).__name__

    it = g()
    next(it)
    return it


def by_super():
    class A:
        def m(self):
            return "super"

    class B(A):
        def get(self):
            return super()

    return B().get()


def by_cell():
    class K:
        def own(self):
            return __class__.__name__

    return K.own


def by_exception():
    class E(Exception):
        def __str__(self):
            return "text of E"

    try:
        raise E(1)
    except E as error:
        return error


def by_metaclass():
    class Meta(type):
        def m(cls):
            return "metaclass", cls.__name__

    class K(metaclass=Meta):
        pass

    return K


def by_slots():
    class K:
        __slots__ = ("a", "b")

    o = K()
    o.a = "slot a"
    return o


def by_descriptor():
    class D:
        def __get__(self, o, cls):
            return "descriptor", cls.__name__

    class K:
        d = D()

    return K()


def by_alias():
    class K:
        x = "alias"

    return list[K]


def by_union():
    class K:
        x = "union"

    return K | None


def by_builtin_subclass():
    class L(list):
        def m(self):
            return "list", self[0]

    return L([5])


def by_property():
    class K:
        def __init__(self):
            self._x = "property"

        @property
        def x(self):
            return self._x

    return K(), K.x


def by_static_and_class_method():
    class K:
        @staticmethod
        def s():
            return "static"

        @classmethod
        def c(cls):
            return cls.s()

    return K.c, K.s


def by_key():
    class K:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            return self.n == other.n

        def __hash__(self):
            return 5

    return {K(1): "one", K(2): "two"}, K(2)


def by_default():
    class K:
        x = "default"

    def f(cls=K):
        return cls.x

    return f


def by_new_class():
    class A:
        x = "A"

        def m(self):
            return "A.m"

    class B:
        x = "B"

        def m(self):
            return "B.m"

    o = A()
    o.m()
    o.__class__ = B
    return o


def by_derived():
    class A:
        x = "base"

    class B(A):
        pass

    class C(B):
        pass

    return C


def by_derived_of_root():
    class K(Root):
        x = "derived of Root"

    return K


class Registry:
    classes = []

    def __init_subclass__(cls, **kwargs):
        Registry.classes.append((cls, kwargs))


def by_registry():
    class K(Registry, tag=1):
        x = "registered"


kept = [f() for f in (by_instance, by_instance_alone, by_subclass_instance, by_generator, by_super, by_cell, by_exception,
                      by_metaclass, by_slots, by_descriptor, by_alias, by_union, by_builtin_subclass, by_property,
                      by_static_and_class_method, by_key, by_default, by_new_class, by_derived, by_derived_of_root)]
by_registry()
for i in range(3):
    churn()
    kept = list(reversed(list(reversed(kept))))
(bound, instances, derived, generator, proxy, own, error, meta, slots, described, alias, union, items, prop, methods, table,
 default, changed, lowest, of_root) = kept
print(bound(), type(bound.__self__).__name__)
print(instances[0].x, type(instances[0]).__qualname__)
print(derived.m(), [c.__name__ for c in type(derived).__mro__])
print(next(generator))
print(proxy.m(), proxy.__thisclass__.__name__)
print(own(None))
print(error, repr(error), type(error).__name__, error.__traceback__ is not None)
print(meta.m(), type(meta).__name__)
print(slots.a, hasattr(slots, "b"), type(slots).a.__name__)
print(described.d)
print(alias.__args__[0].x, union.__args__[0].x)
print(items.m(), items)
print(prop[0].x, prop[1].fget(prop[0]))
print(methods[0](), methods[1]())
print(table[0][table[1]])
print(default())
print(changed.m(), changed.x, type(changed).__name__)
print(lowest.x, [c.__name__ for c in lowest.__mro__], lowest.__base__.__subclasses__() == [lowest])
print(of_root.x, Root.__subclasses__() == [of_root])
print(Registry.classes[0][0].x, Registry.classes[0][1], Registry.__subclasses__() == [Registry.classes[0][0]])
del kept, of_root, lowest
churn()
print(Root.__subclasses__())


def made():
    """Subclasses stand in the order in which they were made, whatever ids they got."""
    classes = [type("K%d" % i, (Root,), {"i": i}) for i in range(9)]
    for i in (7, 4, 1):
        del classes[i]
    gc.collect()
    classes += [type("K%d" % i, (Root,), {"i": i}) for i in range(9, 13)]
    gc.collect()
    subclasses = Root.__subclasses__()
    return subclasses == classes, [c.__name__ for c in subclasses]


print(made())


# What is remembered of a class is forgotten with it.
def look(n):
    class K:
        x = n

        def m(self):
            return n

    o = K()
    return o.x, o.m(), K.x, isinstance(o, K), isinstance(o, Root)


for i in range(200):
    assert look(i) == (i, i, i, True, False)
    if i % 7 == 0:
        gc.collect()


# A base that changes changes its subclasses, those that live.
class Base:
    x = 0


def subclass(n):
    class K(Base):
        pass

    return K


alive = []
for i in range(100):
    K = subclass(i)
    if i % 10 == 0:
        alive.append(K())
    if i % 13 == 0:
        gc.collect()
    Base.x = i
    assert K.x == K().x == i and all(o.x == i for o in alive)
    Base.m = lambda self, i=i: i
    assert K().m() == i and all(o.m() == i for o in alive)
del K
gc.collect()
print(len(Base.__subclasses__()), [o.x for o in alive])
