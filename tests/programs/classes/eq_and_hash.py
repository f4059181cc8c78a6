"""A class with __eq__ and no __hash__ is not hashable."""


class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        if not isinstance(other, P):
            return NotImplemented
        return self.x == other.x


class H(P):
    def __hash__(self):
        return hash(self.x)


print(P(1) == P(1), P(1) != P(2), P(1) == 1, P.__hash__)
try:
    hash(P(1))
except TypeError as e:
    print(e)
print({H(1): "a"}[H(1)], len({H(1), H(1), H(2)}))
