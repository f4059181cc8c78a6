"""The module math on random arguments, to 13 digits: CPython's library is not always right in the
last one."""

import math

SEED = 0  # of 3

state = SEED * 2654435761 + 12345


def random(n):
    """A number below n."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (state >> 33) % n


def double(low, high):
    """A number in a range."""
    return low + (high - low) * (random(1 << 30) / (1 << 30))


for case in range(6):
    x = double(-10, 10)
    y = double(0.001, 10)
    unit = double(-1, 1)
    print(case, x, y, unit)
    for function in (math.sin, math.cos, math.tan, math.atan, math.sinh, math.cosh, math.tanh):
        print(f"{function(x):.13g}")
    for function in (math.exp, math.expm1, math.exp2, math.asinh, math.erf, math.cbrt, math.gamma):
        print(f"{function(x):.13g}")
    for function in (math.log, math.log2, math.log10, math.log1p, math.erfc, math.lgamma):
        print(f"{function(y):.12g}")
    for function in (math.asin, math.acos, math.atanh):
        print(f"{function(unit):.13g}")
    print(f"{math.atan2(x, unit):.13g} {math.pow(y, x):.13g} {y**unit:.13g} {y**-1.5:.13g}")
    print(math.sqrt(y), math.hypot(x, y), math.fmod(x, y), math.remainder(x, y), math.modf(x))
    print(math.ldexp(x, random(50)), math.nextafter(x, y), math.ulp(x), math.fsum([x, y, -x, unit]))
    a = random(1000)
    b = random(60)
    print(math.gcd(a, b), math.lcm(a, b, 7), math.comb(a, b), math.perm(b, 5), math.factorial(b))
    print(math.isqrt(a**7), math.prod([a, b, 3]), math.dist((x, y), (unit, 1)), math.isclose(x, y))
