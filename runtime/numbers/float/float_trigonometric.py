"""Trigonometric functions of doubles."""

# The exponent, biased, below which x and sin(x) are the same double, and so for tan, atan …
SMALL = 0x3E400000


def is_small(x):
    """True for doubles that equal their sine, tangent, hyperbolic sine and so on: the next term is
    of the third order."""
    return ld(x, FLOAT_HIGH) & MAGNITUDE < SMALL


@generic
def float_sin(x):
    """The sine of a finite double."""
    if is_small(x):
        return x
    value = quarter_sin(fixed_angle(x), angle_quarter)
    if ld(x, FLOAT_HIGH) < 0:
        value = 0 - value
    return float_of_fixed(value, 0)


@generic
def float_cos(x):
    """The cosine of a finite double."""
    if not float_truth(x):
        return float_of(1)
    return float_of_fixed(quarter_sin(fixed_angle(x), angle_quarter + 1 & 3), 0)


@generic
def float_tan(x):
    """The tangent of a finite double."""
    if is_small(x):
        return x
    angle = fixed_angle(x)
    quarter = angle_quarter
    sine = quarter_sin(angle, quarter)
    cosine = quarter_sin(angle, quarter + 1 & 3)
    value = (sine << PRECISION) // cosine
    if ld(x, FLOAT_HIGH) < 0:
        value = 0 - value
    return float_of_fixed(value, 0)


@generic
def quarter_sin(angle, quarter):
    """The sine of an angle plus quarter turns."""
    if quarter & 1:
        value = fixed_cos(angle)
    else:
        value = fixed_sin(angle)
    if quarter > 1:
        return 0 - value
    return value


@generic
def float_atan(x):
    """The arctangent."""
    return float_atan2(x, float_of(1))


@generic
def float_atan2(y, x):
    """The angle of the point (x, y)."""
    y_high = ld(y, FLOAT_HIGH)
    x_high = ld(x, FLOAT_HIGH)
    if is_nan(y_high, ld(y, FLOAT_LOW)) or is_nan(x_high, ld(x, FLOAT_LOW)):
        return float_nan()
    left = x_high < 0
    negative = y_high < 0
    y_zero = not float_truth(y)
    x_zero = not float_truth(x)
    if not is_finite(y_high) or x_zero and not y_zero:
        if not is_finite(y_high) and not is_finite(x_high):
            if left:
                return signed_angle(3, 1, negative)
            return signed_angle(1, 1, negative)
        return signed_angle(1, 0, negative)
    if y_zero or not is_finite(x_high):
        if left:
            return signed_angle(2, 0, negative)
        return float_from_bits(0, y_high & SIGN)
    # Both as integers in the same units.
    least = least_exponent(x, y)
    a = exponent_of(x) - least
    b = exponent_of(y) - least
    if b > 120 or a > 1200 and left or a > 120 and left:
        if b > 120:
            return signed_angle(1, 0, negative)
        return signed_angle(2, 0, negative)
    if a > 28 and not left:
        # The angle is so small that it equals the quotient, but for the last bits.
        return small_angle(y, x)
    a = fraction_of(x) << a
    b = fraction_of(y) << b
    if b <= a:
        angle = fixed_atan((b << PRECISION) // a)
    else:
        angle = quarter_turns(1) - fixed_atan((a << PRECISION) // b)
    if left:
        angle = quarter_turns(2) - angle
    if negative:
        angle = 0 - angle
    return float_of_fixed(angle, 0)


@generic
def small_angle(y, x):
    """The arctangent of the quotient of finite doubles below 2⁻²⁶: one term more than it."""
    numerator = fraction_of(y)
    denominator = fraction_of(x)
    exponent = exponent_of(y) - exponent_of(x)
    shift = int_bit_length(denominator) - int_bit_length(numerator) + PRECISION
    quotient = (numerator << shift) // denominator
    exponent -= shift
    # quotient³ ÷ 3 in the same units.
    drop = 0 - exponent - exponent
    quotient -= quotient * quotient * quotient // 3 >> drop
    return scaled_float(ld(y, FLOAT_HIGH) & SIGN, quotient, exponent, True)


@generic
def quarter_turns(count):
    """A number of quarter turns in fixed point."""
    return count * (half_pi_bits() >> HALF_PI_PRECISION - PRECISION)


@generic
def signed_angle(count, halving, negative):
    """count quarter turns, halved or not, as a double."""
    value = quarter_turns(count) >> halving
    if negative:
        value = 0 - value
    return float_of_fixed(value, 0)


@generic
def float_asin(x):
    """The arcsine of a double from −1 to 1."""
    if is_small(x):
        return x
    return float_of_fixed(fixed_asin(x), 0)


@generic
def fixed_asin(x):
    """The arcsine of a double in fixed point, by the arctangent of sine over cosine."""
    sine = fixed_of(float_abs(x))
    one = fixed_one()
    cosine = int_root((one << PRECISION) - sine * sine)
    if sine <= cosine:
        angle = fixed_atan((sine << PRECISION) // cosine)
    else:
        angle = quarter_turns(1) - fixed_atan((cosine << PRECISION) // sine)
    if ld(x, FLOAT_HIGH) < 0:
        return 0 - angle
    return angle


@generic
def float_acos(x):
    """The arccosine of a double from −1 to 1."""
    if x == 1:
        return float_from_bits(0, 0)
    return float_of_fixed(quarter_turns(1) - fixed_asin(x), 0)
