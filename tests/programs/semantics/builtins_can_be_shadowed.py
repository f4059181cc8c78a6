# Builtins can be shadowed, restored by del, and patched.
import builtins

print(len([1, 2]))
len = lambda x: "mine"
print(len([1, 2]))
del len
print(len([1, 2]))
builtins.len = lambda x: "patched"
print(len("abc"))
saved = builtins.abs
builtins.abs = lambda x: ("abs", x)
print(abs(-1), saved(-1))
builtins.abs = saved
print(abs(-2))
try:
    del print
except NameError as error:
    print(error)


def f(list):
    return list


print(f(3), list("ab"))


class C:
    len = 5
    size = len
    count = [len for _ in "a"]


print(C.size, C.len, C.count[0]([1]))
