"""Operators on random doubles and integers. The last digits of powers and of abs() of a complex number
are not shown: CPython takes them from a library that is not always right there."""

import math

SEED = 0  # of 10

state = SEED * 2654435761 + 12345
SPECIAL = (0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 5e-324, -5e-324, 2.2250738585072014e-308)
LARGE = (1.7976931348623157e308, math.inf, -math.inf, math.nan, 2.0**53, 2.0**53 + 2, 1e22, 1e23)


def random(n):
    """A number below n."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (state >> 33) % n


def double():
    """A number of any size and sign."""
    kind = random(12)
    if kind == 0:
        return SPECIAL[random(10)]
    if kind == 1:
        return LARGE[random(8)]
    if kind < 4:
        return (random(2000001) - 1000000) / 10 ** random(6)
    if kind == 4:
        return float(random(201) - 100)
    fraction = random(1 << 27) << 26 | random(1 << 26)
    if kind == 5:
        fraction = (1, 3, (1 << 53) - 1, (1 << 52) + 1)[random(4)]
    exponent = random(120) - 110
    if kind == 6:
        exponent = random(2140) - 1130
    if kind == 7:
        exponent = -1074 - random(52)
    value = math.ldexp(fraction, exponent) if exponent < 970 else 1e300
    return -value if random(2) else value


def attempt(function):
    """The result or the exception."""
    try:
        return repr(function())
    except (ValueError, OverflowError, ZeroDivisionError, TypeError) as e:
        return type(e).__name__ + ": " + str(e)


for case in range(130):
    a = double()
    b = double()
    kind = random(10)
    if kind == 0:
        b = a
    elif kind == 1:
        b = -a * (1 + random(3) * 2.0**-52)
    elif kind == 2:
        b = random(101) - 50
    elif kind == 3:
        a = (random(1 << 30) - (1 << 29)) * (1 << random(60))
    elif kind == 4 and abs(a) < 1e300:
        b = int(a) + random(3) - 1
    print(case, a, b)
    print(a + b, a - b, a * b, -a, abs(b), bool(a))
    print(a < b, a <= b, a == b, a != b, a > b, a >= b, b < a, b == a)
    print(attempt(lambda: a / b), attempt(lambda: a // b), attempt(lambda: a % b))
    print(attempt(lambda: divmod(a, b)), attempt(lambda: b / a))
    print(attempt(lambda: int(a)), attempt(lambda: round(a)), attempt(lambda: round(a, random(20))))
    print(attempt(lambda: round(a, -random(5))), attempt(lambda: float(a).as_integer_ratio()))
    print(float(a).hex(), float(b).is_integer(), attempt(lambda: float.fromhex(float(b).hex())))
    if a == a:
        print(hash(a), attempt(lambda: float(repr(a))))
    n = random(9) - 4
    print(attempt(lambda: format(a**n, ".14g")), attempt(lambda: math.sqrt(abs(a))))
    print(attempt(lambda: math.floor(a)), attempt(lambda: math.ceil(a)), attempt(lambda: math.frexp(a)))
    z = complex(random(21) - 10, random(100) / 8)
    w = complex(random(100) / 8, random(21) - 10)
    print(z, w, z + w, z * w, z - a, attempt(lambda: z / w), z == w, format(abs(z), ".14g"))
