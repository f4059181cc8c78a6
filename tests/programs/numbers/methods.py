x = 10**20
print(x.real, x.imag, x.numerator, x.denominator, x.conjugate(), x.as_integer_ratio())
print((1024).to_bytes(2, "big"), (1024).to_bytes(10, "little"), (-1024).to_bytes(10, "big", signed=True))
print(int.from_bytes(b"\x00\x10", "big"), int.from_bytes(b"\xfc\x00", byteorder="big", signed=True))
print(int.from_bytes([255, 0, 0], "little"), (5).to_bytes())
print((5).__add__(6), (5).__add__("6"), (5).__divmod__(3), (5).__pow__(3, 7), (5).__rsub__(8), int.__mul__(4, 5))
print((7).__floor__(), (7).__round__(-1), (-5).__abs__(), (3).__float__(), (3).__bool__(), (3).__index__())
print(round(12345, -2), round(15, -1), round(25, -1), round(-25, -1), round(10**30 + 5, -1))
for call in (lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"), lambda: (1).to_bytes(1, "middle")):
    try:
        print(call())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print(isinstance(5, int), isinstance(True, int), isinstance(2**40, int), type(2**40), type(5) is int)
