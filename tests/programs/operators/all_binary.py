class V:
    def __init__(self, n):
        self.n = n

    def __add__(self, o): return f"{self.n} + {o}"
    def __sub__(self, o): return f"{self.n} - {o}"
    def __mul__(self, o): return f"{self.n} * {o}"
    def __truediv__(self, o): return f"{self.n} / {o}"
    def __floordiv__(self, o): return f"{self.n} // {o}"
    def __mod__(self, o): return f"{self.n} % {o}"
    def __pow__(self, o): return f"{self.n} ** {o}"
    def __matmul__(self, o): return f"{self.n} @ {o}"
    def __and__(self, o): return f"{self.n} & {o}"
    def __or__(self, o): return f"{self.n} | {o}"
    def __xor__(self, o): return f"{self.n} ^ {o}"
    def __lshift__(self, o): return f"{self.n} << {o}"
    def __rshift__(self, o): return f"{self.n} >> {o}"
    def __radd__(self, o): return f"{o} r+ {self.n}"
    def __rsub__(self, o): return f"{o} r- {self.n}"
    def __rmul__(self, o): return f"{o} r* {self.n}"
    def __rtruediv__(self, o): return f"{o} r/ {self.n}"
    def __rfloordiv__(self, o): return f"{o} r// {self.n}"
    def __rmod__(self, o): return f"{o} r% {self.n}"
    def __rpow__(self, o): return f"{o} r** {self.n}"
    def __rmatmul__(self, o): return f"{o} r@ {self.n}"
    def __rand__(self, o): return f"{o} r& {self.n}"
    def __ror__(self, o): return f"{o} r| {self.n}"
    def __rxor__(self, o): return f"{o} r^ {self.n}"
    def __rlshift__(self, o): return f"{o} r<< {self.n}"
    def __rrshift__(self, o): return f"{o} r>> {self.n}"
    def __neg__(self): return f"-{self.n}"
    def __pos__(self): return f"+{self.n}"
    def __invert__(self): return f"~{self.n}"


v = V(7)
print(v + 1, v - 1, v * 1, v / 1, v // 1, v % 1, v**1, v @ 1, v & 1, v | 1, v ^ 1, v << 1, v >> 1, sep="\n")
print(1 + v, 1 - v, 1 * v, 1 / v, 1 // v, 1 % v, 1**v, 1 @ v, 1 & v, 1 | v, 1 ^ v, 1 << v, 1 >> v, sep="\n")
print(-v, +v, ~v)
v += 5
print(v)
