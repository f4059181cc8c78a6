"""A traceback through methods, a class body and a property."""


class C:
    def __init__(self, n):
        self.n = n
        self.check()

    def check(self):
        if self.bad:
            raise ValueError(self.n)

    @property
    def bad(self):
        return self.n.value > 1


C(5)
