"""Products of doubles."""


def float_mul(a, b):
    """a × b, one of them a float."""
    if tag(a) == FLOAT and tag(b) == FLOAT:
        a_low = ld(a, FLOAT_LOW)
        a_high = ld(a, FLOAT_HIGH)
        b_low = ld(b, FLOAT_LOW)
        b_high = ld(b, FLOAT_HIGH)
    else:
        a_low = low_word(a)
        a_high = high_word(a)
        b_low = low_word(b)
        b_high = high_word(b)
    a_exponent = rshr(a_high, 20) & SPECIAL
    b_exponent = rshr(b_high, 20) & SPECIAL
    # Neither 0 nor SPECIAL, for both.
    if rltu(a_exponent - 1, SPECIAL - 1) and rltu(b_exponent - 1, SPECIAL - 1):
        return multiply_fractions(
            (a_high ^ b_high) & SIGN,
            a_exponent + b_exponent - BIAS,
            a_high & FRACTION | HIDDEN,
            a_low,
            b_high & FRACTION | HIDDEN,
            b_low,
        )
    return multiply_special(a_low, a_high, b_low, b_high)


def multiply_fractions(sign, exponent, a_high, a_low, b_high, b_low):
    """The product of two fractions with hidden bits; exponent is the sum of theirs."""
    # With 11 more bits in one of them, the product's upper two words have its fraction.
    b_high = rshl(b_high, 11) | rshr(b_low, 21)
    b_low = rshl(b_low, 11)
    x = rmulh(a_low, b_low)
    y = rmul(a_low, b_high)
    z = rmul(a_high, b_low)
    rest = radd(x, y)
    carry = radc(x, y) + radc(rest, z)
    rest = radd(rest, z)
    if rmul(a_low, b_low):
        rest = rest | 1
    x = rmulh(a_low, b_high)
    y = rmulh(a_high, b_low)
    z = rmul(a_high, b_high)
    low = radd(x, carry)
    high = radc(x, carry)
    x = radd(low, y)
    high = high + radc(low, y) + radc(x, z) + rmulh(a_high, b_high)
    low = radd(x, z)
    if high < HIDDEN:
        high = high + high + rshr(low, 31)
        low = rshl(low, 1) | rshr(rest, 31)
        rest = rshl(rest, 1) | rest & 1
        return rounded(sign, exponent, high, low, rest)
    return rounded(sign, exponent + 1, high, low, rest)


def multiply_special(a_low, a_high, b_low, b_high):
    """The product of zeros, subnormals, infinities and what is not a number."""
    sign = (a_high ^ b_high) & SIGN
    if is_nan(a_high, a_low) or is_nan(b_high, b_low):
        return float_nan()
    a_zero = a_high & MAGNITUDE == 0 and a_low == 0
    b_zero = b_high & MAGNITUDE == 0 and b_low == 0
    if not is_finite(a_high):
        if b_zero:
            return float_nan()
        return float_from_bits(0, sign | INFINITY)
    if not is_finite(b_high):
        if a_zero:
            return float_nan()
        return float_from_bits(0, sign | INFINITY)
    if a_zero or b_zero:
        return float_from_bits(0, sign)
    a_shift = subnormal_shift(a_high, a_low)
    b_shift = subnormal_shift(b_high, b_low)
    return multiply_fractions(
        sign,
        full_exponent(a_high, a_shift) + full_exponent(b_high, b_shift) - BIAS,
        full_high(a_high, a_low, a_shift),
        full_low(a_low, a_shift),
        full_high(b_high, b_low, b_shift),
        full_low(b_low, b_shift),
    )


def subnormal_shift(high, low):
    """By how much a finite double's fraction, not zero, is to be shifted left to have the hidden
    bit; 0 unless it is subnormal."""
    if high & INFINITY:
        return 0
    high = high & FRACTION
    if high:
        return rclz(high) - 11
    return rclz(low) + 21


def full_exponent(high, shift):
    """The biased exponent of the fraction that is shifted left."""
    if shift:
        return 1 - shift
    return rshr(high, 20) & SPECIAL


def full_high(high, low, shift):
    """The upper part of the fraction with the hidden bit."""
    high = high & FRACTION
    if shift == 0:
        return high | HIDDEN
    if shift < 32:
        return rshl(high, shift) | rshr(low, 32 - shift)
    return rshl(low, shift)


def full_low(low, shift):
    """The lower part of the fraction with the hidden bit."""
    if shift < 32:
        return rshl(low, shift)
    return 0
