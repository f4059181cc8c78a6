"""Matrices over fractions: operators, determinants, inverses, powers, printing."""

from math import gcd


class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        if d < 0:
            n, d = -n, -d
        g = gcd(n, d)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(value):
        return value if isinstance(value, Fraction) else Fraction(value)

    def __add__(self, other):
        other = self.of(other)
        return Fraction(self.n * other.d + other.n * self.d, self.d * other.d)

    __radd__ = __add__

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __sub__(self, other):
        return self + -self.of(other)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        other = self.of(other)
        return Fraction(self.n * other.n, self.d * other.d)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = self.of(other)
        return Fraction(self.n * other.d, self.d * other.n)

    def __eq__(self, other):
        other = self.of(other)
        return (self.n, self.d) == (other.n, other.d)

    def __hash__(self):
        return hash((self.n, self.d))

    def __lt__(self, other):
        return (self - other).n < 0

    def __bool__(self):
        return self.n != 0

    def __float__(self):
        return self.n / self.d

    def __repr__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction.of(x) for x in row] for row in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = Fraction.of(value)

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __pow__(self, exponent):
        result, base = Matrix.identity(len(self.rows)), self
        if exponent < 0:
            base, exponent = self.inverse(), -exponent
        while exponent:
            if exponent & 1:
                result = result @ base
            base, exponent = base @ base, exponent >> 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def determinant(self):
        rows, value = [row[:] for row in self.rows], Fraction(1)
        for i in range(len(rows)):
            pivot = next((r for r in range(i, len(rows)) if rows[r][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                rows[i], rows[pivot] = rows[pivot], rows[i]
                value = -value
            value *= rows[i][i]
            for r in range(i + 1, len(rows)):
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
        return value

    def inverse(self):
        n = len(self.rows)
        rows = [row + unit for row, unit in zip([r[:] for r in self.rows], Matrix.identity(n).rows)]
        for i in range(n):
            pivot = max(range(i, n), key=lambda r: abs(float(rows[r][i])))
            if not rows[pivot][i]:
                raise ZeroDivisionError("matrix is singular")
            rows[i], rows[pivot] = rows[pivot], rows[i]
            rows[i] = [x / rows[i][i] for x in rows[i]]
            for r in range(n):
                if r != i:
                    rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
        return Matrix(row[n:] for row in rows)

    def __str__(self):
        cells = [[repr(x) for x in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + "  ".join(f"{c:>{w}}" for c, w in zip(row, widths)) + "]" for row in cells)


a = Matrix([[2, 1, 0], [1, 3, -1], [0, 5, 4]])
print(a, a.shape, a.determinant(), sep="\n")
print(a.inverse())
print(a @ a.inverse() == Matrix.identity(3), a.T[0, 2], (a ** 3)[1, 1])
print(Matrix([[1, 1], [1, 0]]) ** 90)
print((a ** -2).determinant(), sorted([Fraction(1, 2), Fraction(-1, 3), Fraction(2, 5)]), {Fraction(2, 4), Fraction(1, 2)})
a[0, 0] = Fraction(1, 7)
print(a.determinant(), float(a[0, 0]), sum([Fraction(1, n) for n in range(1, 12)]))
for wrong in (lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Fraction(1, 0), lambda: Fraction(1) * "x"):
    try:
        wrong()
    except (ValueError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
