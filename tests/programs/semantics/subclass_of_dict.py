# A subclass of a builtin type keeps its payload and its own methods.
class D(dict):
    def __missing__(self, key):
        return key * 2

    def __setitem__(self, key, value):
        super().__setitem__(key, value + 1)


d = D(a=1)
d["b"] = 5
print(d, d["zz"], d.get("zz"), len(d), d == {"a": 1, "b": 6}, isinstance(d, dict), type(d).__name__)


class L(list):
    def __getitem__(self, i):
        return ("item", super().__getitem__(i))

    def last(self):
        return self[-1]


l = L([1, 2, 3])
l.append(4)
print(l, l[0], l.last(), list(l), sum(l), l + [5], type(l + [5]).__name__)


class I(int):
    def __add__(self, other):
        return I(int(self) * 10 + other)

    def __repr__(self):
        return f"I({int(self)})"


print(I(4) + 2, 2 + I(4), I(3) * 2, [I(7)], I(5) == 5, {5: "five"}[I(5)], I("12") + 1)


class S(str):
    def upper(self):
        return "<" + super().upper() + ">"


print(S("ab").upper(), S("ab") + "c", S("ab") == "ab", {"ab": 1}[S("ab")], f"{S('x')}")


class T(tuple):
    @property
    def first(self):
        return self[0]


print(T((1, 2)).first, T((1, 2)) == (1, 2), T((1, 2)))


class E(ValueError):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


try:
    raise E(7, "seven")
except ValueError as error:
    print(error, error.code, error.args, repr(error))
