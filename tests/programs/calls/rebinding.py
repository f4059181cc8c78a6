"""The callee is fetched before its arguments."""


def f(x):
    return "old", x


def g():
    global f
    f = lambda x: ("new", x)
    return 1


print(f(g()))
print(f(2))


class C:
    def m(self, x):
        return "old", x


def h():
    C.m = lambda self, x: ("new", x)
    return 1


c = C()
print(c.m(h()))
print(c.m(2))
