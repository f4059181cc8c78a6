"""Bound methods are objects."""


class C:
    def __init__(self, n):
        self.n = n

    def get(self, k=0):
        return self.n + k


a = C(1)
b = C(2)
m = a.get
print(m(), m(5), m(k=7), m.__self__ is a, m.__func__ is C.get, m.__name__)
print(a.get == a.get, a.get is a.get, a.get == b.get)
print(C.get(b), C.get(b, k=3))
methods = [x.get for x in (a, b)]
print([m() for m in methods], list(map(C.get, [a, b])))
append = [].append
append(1)
print(append.__self__)
