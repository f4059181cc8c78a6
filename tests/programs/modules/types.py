"""Classes of the module types."""

import types


def f():
    yield


class C:
    def m(self):
        pass


print(isinstance(f, types.FunctionType), isinstance(f(), types.GeneratorType), isinstance(C().m, types.MethodType))
n = types.SimpleNamespace(a=1, b="x")
n.c = [2]
print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[2]))
m = types.MethodType(lambda self, k: (self, k), 5)
print(m(6))
print(isinstance(sys := types, types.ModuleType), C.__dict__["m"] is C.m)

m = types.ModuleType("m", "Its text.")
print(vars(m), sorted(dir(m)), m.__spec__, m.__package__, m.__loader__)


class Own(types.ModuleType):
    pass


print(vars(Own("x")), Own("x"))
for arguments in (), (5,), ("m", 1, 2):
    try:
        print(types.ModuleType(*arguments))
    except TypeError as error:
        print(error)
