"""Instances of subclasses of builtins have the builtin value and attributes."""


class L(list):
    def total(self):
        return sum(self)


l = L([1, 2, 3])
l.append(4)
l.name = "numbers"
print(l, l.total(), len(l), l[0], l.name, isinstance(l, list), l == [1, 2, 3, 4])


class D(dict):
    def __missing__(self, key):
        return "no " + key


d = D(a=1)
print(d["a"], d["b"], d.get("b"), len(d))


class I(int):
    def double(self):
        return self * 2


i = I(21)
print(i.double(), i + 1, type(i + 1).__name__, I("7"), hash(i) == hash(21), {i: 1}[21])


class S(str):
    def shout(self):
        return self.upper() + "!"


s = S("abc")
print(s.shout(), s + "d", s == "abc", len(s), s[1:])


class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


print(T(1, 2, 3), T(1, 2)[1])
