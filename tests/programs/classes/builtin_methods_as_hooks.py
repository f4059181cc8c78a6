"""Builtin methods under the names of attribute hooks: a dictionary with attributes."""


class Attributes(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


a = Attributes(x=1)
a.y = 42
print(a, a["y"], a.y, a.x)
del a.x
print(a)
try:
    a.z
except KeyError as e:
    print("missing", e)
