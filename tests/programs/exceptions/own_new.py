"""An exception class with `__new__`, and `__new__` of builtin ones."""
class E(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.k = 1
        return self
e = E(1, 2)
print(e.args, e.k)
e = ValueError.__new__(ValueError, "x", 1)
print(repr(e), e.args)
class F(Exception):
    def __init__(self, a): self.a = a
f = F(5)
