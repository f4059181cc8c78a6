"""The root of a sum of two squares, correctly rounded."""

# The words of a square of 63 bits, the lowest one first.
square_0 = 0
square_1 = 0
square_2 = 0
square_3 = 0


def float_hypot(x, y):
    """The square root of the sum of two squares."""
    x_high = ld(x, FLOAT_HIGH) & MAGNITUDE
    y_high = ld(y, FLOAT_HIGH) & MAGNITUDE
    x_low = ld(x, FLOAT_LOW)
    y_low = ld(y, FLOAT_LOW)
    if not is_finite(x_high) or not is_finite(y_high):
        if x_high == INFINITY and x_low == 0:
            return float_abs(x)
        if y_high == INFINITY and y_low == 0:
            return float_abs(y)
        return float_nan()
    if y_high == 0 and y_low == 0:
        return float_abs(x)
    if x_high == 0 and x_low == 0:
        return float_abs(y)
    x_shift = subnormal_shift(x_high, x_low)
    y_shift = subnormal_shift(y_high, y_low)
    exponent = full_exponent(x_high, x_shift)
    lower = exponent - full_exponent(y_high, y_shift)
    if lower < 0:
        return float_hypot(y, x)
    if lower > 26:
        # Less than half a unit of the last place.
        return float_abs(x)
    square_fraction(y_high, y_low, y_shift)
    # y's square, shifted by the difference of the exponents; all that is lost is in `lost`.
    lost = 0
    low = square_0
    second = square_1
    third = square_2
    high = square_3
    lower = lower + lower
    if lower > 31:
        lost = low
        low = second
        second = third
        third = high
        high = 0
        lower -= 32
    if lower:
        left = 32 - lower
        lost = lost | rshl(low, left)
        low = rshr(low, lower) | rshl(second, left)
        second = rshr(second, lower) | rshl(third, left)
        third = rshr(third, lower) | rshl(high, left)
        high = rshr(high, lower)
    square_fraction(x_high, x_low, x_shift)
    low = radd(low, square_0)
    carry = rltu(low, square_0)
    second = radd(second, carry)
    carry = rltu(second, carry)
    second = radd(second, square_1)
    carry = radd(carry, rltu(second, square_1))
    third = radd(third, carry)
    carry = rltu(third, carry)
    third = radd(third, square_2)
    carry = radd(carry, rltu(third, square_2))
    high = radd(radd(high, square_3), carry)
    if rshr(high, 30):
        return rounded_root(exponent + 1, high, third, second, low, lost)
    return rounded_root(
        exponent,
        rshl(high, 2) | rshr(third, 30),
        rshl(third, 2) | rshr(second, 30),
        rshl(second, 2) | rshr(low, 30),
        rshl(low, 2),
        lost,
    )


def square_fraction(high, low, shift):
    """Leaves the square of a fraction with ten more bits."""
    global square_0, square_1, square_2, square_3
    high = full_high(high, low, shift)
    low = full_low(low, shift)
    high = rshl(high, 10) | rshr(low, 22)
    low = rshl(low, 10)
    square_0 = rmul(low, low)
    # Twice the product of the halves still has two words.
    middle = rmul(high, low)
    twice = rshl(rmulh(high, low), 1) | rshr(middle, 31)
    middle = rshl(middle, 1)
    second = radd(rmulh(low, low), middle)
    carry = rltu(second, middle)
    square_1 = second
    third = radd(rmul(high, high), twice)
    over = rltu(third, twice)
    third = radd(third, carry)
    square_2 = third
    square_3 = radd(radd(rmulh(high, high), over), rltu(third, carry))
