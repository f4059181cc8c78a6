"""Roots of sums of squares: hypot, dist, the absolute value of complex numbers, sqrt."""

import math
import random

random.seed(5)

edges = [0.0, -0.0, 5e-324, 1e-310, 2.2250738585072014e-308, 1.0, -1.5, 3.0, 4.0, 1e154, 1.7e308]
edges += [float("inf"), float("-inf"), float("nan"), 1.9999999999999998, 1.0000000000000002]
for a in edges:
    for b in edges:
        try:
            print(abs(complex(a, b)), end=" ")
        except OverflowError as error:
            print(error, end=" ")
    print()

# All differences of exponents, also those where the smaller number does not count.
for difference in range(32):
    a = random.uniform(1, 2)
    b = random.uniform(-2, -1) * 2.0**-difference
    print(math.hypot(a, b).hex(), abs(complex(b, a)).hex(), math.sqrt(a).hex())
for scale in (-1070, -1050, -500, 500, 1022):
    a = math.ldexp(random.uniform(1, 2), scale)
    b = math.ldexp(random.uniform(1, 2), scale - 1)
    print(math.hypot(a, b).hex(), math.sqrt(a).hex())

# Roots that are exact, or nearly.
for m, n in (2, 1), (3, 2), (99, 98), (8191, 8190), (1 << 20, 1), (1 << 26, 3), (67108863, 1 << 25):
    print(math.hypot(float(m * m - n * n), float(2 * m * n)), abs(complex(m * m - n * n, 2 * m * n)))
for n in (1 << 26) - 1, (1 << 26) + 1, 94906265, 94906267:
    square = float(n * n)
    print(math.sqrt(square), math.sqrt(math.nextafter(square, 0)), math.sqrt(math.nextafter(square, math.inf)))

for count in range(6):
    v = [random.uniform(-1, 1) * 2.0 ** random.randrange(-30, 30) for _ in range(count)]
    print(math.hypot(*v).hex(), math.dist(v, [0.5] * count).hex())
print(math.hypot(3.0, 0.0, 4.0), math.hypot(0.0, -0.0, 0.0), math.hypot(), math.hypot(-3), math.hypot(True, 2))
print(math.hypot(5e-324, 5e-324, 5e-324), math.hypot(1e308, 1e-300, 5e-324), math.hypot(1e300, 1e300, 1e300))
print(math.hypot(1e308, 1e308, 1e308, 1e308), math.hypot(float("nan"), float("-inf"), 1))
print(math.hypot(float("nan"), 1, 1), math.hypot(float("inf"), float("nan")), math.dist([1], [float("nan")]))

# Carries from word to word.
for a, b in (
    (float.fromhex("0x1.0000005740000p+52"), float.fromhex("0x1.fffffffffff7dp+42")),
    (float.fromhex("0x1.2bc48aa769af6p+52"), float.fromhex("0x1.dfffffffffffbp+26")),
):
    print(math.hypot(a, b).hex(), abs(complex(b, a)).hex())
