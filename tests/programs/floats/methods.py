for x in (0.0, 1.0, -0.1, 3.75, 1e300, 5e-324):
    print(x, x.hex(), float.fromhex(x.hex()) == x, x.as_integer_ratio(), x.is_integer(), x.real, x.imag, x.conjugate())
print(float.fromhex("0x1.8p3"), float.fromhex("-0x.8"), float.fromhex("1e5"), float.fromhex("inf"))
print((1.5).__add__(2), (1.5).__add__("a"), (1.5).__radd__(2), (7.5).__divmod__(2), float.__mul__(2.0, 3), (2.0).__eq__(2))
for text in ("0x1p5000", "xyz"):
    try:
        print(float.fromhex(text))
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)


class Celsius:
    def __float__(self):
        return 36.6


print(float(Celsius()), "%.1f" % Celsius())
