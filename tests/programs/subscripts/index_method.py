class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


a = [10, 20, 30, 40]
print(a[I(1)], a[I(-1)], a[I(1) : I(3)], (1, 2, 3)[I(0)], "abc"[I(2)], range(10)[I(4)], a[: I(2**70)])
a[I(0)] = "x"
del a[I(-1)]
print(a, [0] * I(3), list(range(I(3))), "ab" * I(2), a.pop(I(0)))
try:
    a[I("x")]
except TypeError as e:
    print(e)
try:
    a[I(99)]
except IndexError as e:
    print(e)
print(hex(I(255)), [1, 2, 3].index(2, I(1)))
