# f(g()) calls the f that was there before g rebound it.
def f(x):
    return ("old", x)


def new(x):
    return ("new", x)


def g():
    global f
    f = new
    return 1


print(f(g()), f(g()))


class C:
    def m(self, x):
        return ("old", x)


def patch():
    C.m = lambda self, x: ("new", x)
    return 2


c = C()
print(c.m(patch()), c.m(patch()))
