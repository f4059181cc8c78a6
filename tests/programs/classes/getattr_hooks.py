"""__getattr__, __getattribute__, __setattr__ and __delattr__."""


class A:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return "made " + name
        raise AttributeError(name)


a = A()
print(a.real, a.xyz, hasattr(a, "other"), getattr(a, "other", "default"))


class B:
    def __getattribute__(self, name):
        print("get", name)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


b = B()
b.v = 5
print(b.v)
del b.v
try:
    b.v
except AttributeError as e:
    print(e)


class P:
    @property
    def p(self):
        return self.missing

    def __getattr__(self, name):
        return "fallback " + name


print(P().p)
