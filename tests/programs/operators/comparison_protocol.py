class T:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print("lt", self.n)
        return self.n < o.n

    def __eq__(self, o):
        print("eq", self.n)
        if not isinstance(o, T):
            return NotImplemented
        return self.n == o.n

    __hash__ = None


a, b = T(1), T(2)
print(a < b, a > b, a == b, a != b, a == 5, 5 == a, a != 5)
try:
    a <= b
except TypeError as e:
    print(e)


class Odd:
    def __lt__(self, o):
        return []

    def __gt__(self, o):
        return "yes"

    def __eq__(self, o):
        return 17


o = Odd()
print(o < 1, o > 1, o == 1, 1 < o, 1 > o, o != 1)
print("true" if o < 1 else "false", "true" if o > 1 else "false")
while o < 1:
    print("never")
print(not o > 1, o in [3], [o] == [4])


class Sub(T):
    def __gt__(self, o):
        print("Sub.gt")
        return True


print(T(5) < Sub(1))


class Plain:
    pass


p, q = Plain(), Plain()
print(p == p, p == q, p != q, p == None, None != p)
try:
    p < q
except TypeError as e:
    print(e)
