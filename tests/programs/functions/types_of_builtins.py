# The classes of builtin functions and methods, and how they show themselves.
import copy
import types


def show(f):
    try:
        print(f())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def own():
    pass


print(type(len), type(print), type(list.append), type(list.__len__), type(own), type(str.join))
print(type(dict.__getitem__), type(tuple.__getitem__), type(set.__contains__), type(int.__format__))
print(len, list.append, list.__len__, dict.__getitem__, int.__add__, float.__round__)
print(len.__name__, list.append.__name__, list.__len__.__qualname__, len.__module__)
print(isinstance(len, types.BuiltinFunctionType), isinstance(len, types.FunctionType))
print(isinstance(own, types.BuiltinFunctionType), isinstance(own, types.FunctionType))
print(isinstance(list.append, types.MethodDescriptorType), isinstance(list.__len__, types.WrapperDescriptorType))
print(type(len).__name__, type(len).__mro__, type(type(len)), repr([].append)[:44])
for x in (len, list.append, list.__len__):
    for name in ("x", "__dict__", "__code__", "__defaults__"):
        show(lambda: getattr(x, name))
    show(lambda: setattr(x, "y", 1))
    show(lambda: x + 1)
    show(lambda: x[0])
    show(lambda: iter(x))
    print(callable(x), hash(x) == hash(x), x == x, {x: 1}[x], copy.copy(x) is x)
show(lambda: len.__get__)


class Sized:
    count = len
    upper = str.upper


print(Sized().count([1, 2]), Sized.count, Sized().count)
show(lambda: Sized.upper("a"))
for base in (type(len), type(list.append), type(list.__len__)):
    show(lambda: type("X", (base,), {}))
