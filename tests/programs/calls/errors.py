"""Messages for wrong arguments."""


def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def default(a, b=1):
    pass


def only(*, k1, k2, k3=3):
    pass


def onlyone(a, *, k):
    pass


class C:
    def m(self, x):
        pass

    @staticmethod
    def s():
        pass

    @classmethod
    def c(cls, y):
        pass


for call in (
    lambda: none(1),
    lambda: one(),
    lambda: one(1, 2),
    lambda: two(),
    lambda: three(),
    lambda: three(1),
    lambda: default(),
    lambda: default(1, 2, 3),
    lambda: only(),
    lambda: only(k1=1),
    lambda: only(1, k1=1, k2=2),
    lambda: onlyone(1, 2, k=3),
    lambda: onlyone(),
    lambda: one(b=1),
    lambda: one(1, a=2),
    lambda: none(**{"x": 1}),
    lambda: C().m(),
    lambda: C().m(1, 2),
    lambda: C.s(1),
    lambda: C.c(),
    lambda: C().m(y=1),
    lambda: one(*[1], *[2]),
    lambda: one(**5),
    lambda: one(**{1: 2}),
    lambda: two(a=1, **{"a": 2}),
    lambda: (lambda x: x)(),
):
    try:
        call()
    except TypeError as e:
        print(e)
