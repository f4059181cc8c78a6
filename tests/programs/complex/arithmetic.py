a = 1 + 2j
b = 3 - 4j
print(a + b, a - b, a * b, a / b, -a, +a, a**2, a**-1, a**0, a + 1, 1 - a, a * 2.5, 2 / a, abs(b), a == b, a != b)
print(a.real, a.imag, a.conjugate(), bool(0j), bool(a), a == 1 + 2j, 1 + 0j == 1, 2.5 == 2.5 + 0j, hash(a))
print(complex(1, 2), complex("1+2j"), complex(" ( -1.5j ) "), complex(3), complex(1j, 1j), complex("inf"), complex())
print(repr(1j), repr(-1j), repr(0j), repr(1 + 0j), str(complex(-0.0, 1)), 1e20j, 1.5 - 2.5j)
print(f"{a:.2f} {a:>12} {a:g} {a}")
for operation in (lambda: a / 0, lambda: a // b, lambda: a < b, lambda: int(a), lambda: float(a), lambda: complex("x"), lambda: 0j**-1, lambda: a % 2):
    try:
        print(operation())
    except (ZeroDivisionError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print((2j) ** 2, (-8) ** (1 / 3), isinstance(1j, complex), sum([1j, 2, 3.5]))
