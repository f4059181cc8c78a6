"""Everything that can be called."""


class C:
    def __call__(self, *args, **kw):
        return "C", args, kw

    def method(self, a):
        return "method", a


class Meta(type):
    def __call__(cls, *args):
        return "meta", args


class M(metaclass=Meta):
    pass


c = C()
print(c(1, x=2), c.method(3), C.method(c, 4), M(5))
c.attr = lambda a: ("attribute", a)
c.cls = dict
c.builtin = len
c.bound = [1, 2].count
print(c.attr(1), c.cls(a=1), c.builtin("abc"), c.bound(2))
print(callable(c), callable(C), callable(len), callable(5), callable(c.method))


class D:
    inner = C()


print(D().inner(1), D.inner(2))
