"""Ten thousand names that are made at run time, in each place that has names."""

import sys

COUNT = 10_000


class Node:
    pass


class Slotted:
    __slots__ = ("x",)


def repeat(make):
    kept = None
    for i in range(COUNT):
        kept = make(i, "name%d" % i)
    print(make.__name__, kept)


def of_instance(i, name):
    o = Node()
    setattr(o, name, i)
    return getattr(o, name), hasattr(o, name + "x"), vars(o)


one = Node()


def of_one_instance(i, name):
    setattr(one, name, i)
    value = getattr(one, name)
    delattr(one, name)
    return value, len(vars(one))


def of_class(i, name):
    setattr(Node, name, i)
    value = getattr(Node(), name)
    delattr(Node, name)
    return value, hasattr(Node, name)


def of_function(i, name):
    setattr(of_function, name, i)
    value = getattr(of_function, name)
    delattr(of_function, name)
    return value


def of_module(i, name):
    module = sys.modules[__name__]
    setattr(module, name, i)
    value = globals()[name]
    delattr(module, name)
    return value


def of_globals(i, name):
    globals()[name] = [i]
    return globals().pop(name)


def missing(i, name):
    try:
        getattr(one, name)
    except AttributeError as error:
        return str(error)


def interned(i, name):
    return sys.intern(name) is sys.intern(name)


def of_slotted(i, name):
    s = Slotted()
    s.x = name
    return s.x, hasattr(s, name)


def keyword(i, name):
    def f(**kwargs):
        return kwargs

    return f(**{name: i})


def key(i, name):
    table[name] = i
    return table.pop(name), len(table)


table = {}
repeat(of_instance)
repeat(of_one_instance)
repeat(of_class)
repeat(of_function)
repeat(of_module)
repeat(of_globals)
repeat(missing)
repeat(interned)
repeat(of_slotted)
repeat(keyword)
repeat(key)
