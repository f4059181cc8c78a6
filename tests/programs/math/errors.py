import math

for call in (
    lambda: math.sqrt(-1),
    lambda: math.log(0),
    lambda: math.log(-5),
    lambda: math.asin(2),
    lambda: math.acosh(0.5),
    lambda: math.exp(1000),
    lambda: math.pow(0, -1),
    lambda: math.pow(10, 400),
    lambda: math.sin(math.inf),
    lambda: math.fmod(1, 0),
    lambda: math.factorial(-1),
    lambda: math.factorial(2.5),
    lambda: math.isqrt(-1),
    lambda: math.comb(-1, 2),
    lambda: math.gcd(1.5),
    lambda: math.sqrt("a"),
    lambda: math.floor("a"),
    lambda: math.trunc("a"),
    lambda: math.ldexp(1.0, 5000),
    lambda: math.gamma(0),
    lambda: math.log(2, 1),
    lambda: math.floor(math.inf),
    lambda: math.dist([1], [1, 2]),
    lambda: math.fsum([1, "a"]),
):
    try:
        print(call())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
