class P:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x % 3

    def __eq__(self, other):
        return isinstance(other, P) and self.x == other.x

    def __repr__(self):
        return f"P({self.x})"


d = {}
for i in range(12):
    d[P(i)] = i
print(d)
print(d[P(7)], P(11) in d, P(12) in d, d.pop(P(3)), len(d))
for i in range(0, 12, 2):
    d.pop(P(i), None)
print(d)


class N:
    __hash__ = None


try:
    {N(): 1}
except TypeError as e:
    print(e)


class E:
    def __eq__(self, other):
        return True


try:
    hash(E())
except TypeError as e:
    print(e)


class B:
    def __hash__(self):
        return "x"


try:
    {B(): 1}
except TypeError as e:
    print(e)
