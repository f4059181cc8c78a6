class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(1, 2)
print(p, p.x, p == (1, 2), hash(p) == hash((1, 2)), len(p), type(p).__name__, {p: 1}[(1, 2)], p + (3,))
x, y = p
print(x, y, (1, 2) == p, p < (1, 3), list(p), p[::-1])
