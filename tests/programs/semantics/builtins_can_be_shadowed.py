# Builtins can be shadowed, and restored by del.
print(len([1, 2]))
len = lambda x: "mine"
print(len([1, 2]))
del len
print(len([1, 2]))
def f(list):
    return list


print(f(3), list("ab"))


class C:
    len = 5
    size = len
    count = [len for _ in "a"]


print(C.size, C.len, C.count[0]([1]))
