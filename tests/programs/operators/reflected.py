class A:
    def __add__(self, other):
        return ("A.add", type(other).__name__)

    def __radd__(self, other):
        return ("A.radd", type(other).__name__)

    def __sub__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return "A.rmul"


class B(A):
    def __radd__(self, other):
        return "B.radd"


class C(A):
    pass


a, b, c = A(), B(), C()
print(a + 1, 1 + a, "x" + a, [1] + a, (1,) + a, a + a, a + b, b + a, a + c, c + a, 1.5 + a)
print(3 * a, "x" * a, [1] * a)
for f in (lambda: a - 1, lambda: 1 - a, lambda: a - a, lambda: a * 3, lambda: a * a):
    try:
        print(f())
    except TypeError as e:
        print(e)
