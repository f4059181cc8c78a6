"""Quotients of doubles."""


def float_truediv(a, b):
    """a / b, one of them a float."""
    a_low = low_word(a)
    a_high = high_word(a)
    b_low = low_word(b)
    b_high = high_word(b)
    a_exponent = rshr(a_high, 20) & SPECIAL
    b_exponent = rshr(b_high, 20) & SPECIAL
    if rltu(a_exponent - 1, SPECIAL - 1) and rltu(b_exponent - 1, SPECIAL - 1):
        return divide_fractions(
            (a_high ^ b_high) & SIGN,
            a_exponent - b_exponent + BIAS,
            a_high & FRACTION | HIDDEN,
            a_low,
            b_high & FRACTION | HIDDEN,
            b_low,
        )
    return divide_special(a_low, a_high, b_low, b_high)


def divide_fractions(sign, exponent, a_high, a_low, b_high, b_low):
    """The quotient of two fractions with hidden bits; exponent is the difference of theirs."""
    # As 64 bits with the top bit set, and half of that, so that the quotient has 64 bits too.
    d1 = rshl(b_high, 11) | rshr(b_low, 21)
    d0 = rshl(b_low, 11)
    r1 = rshl(a_high, 10) | rshr(a_low, 22)
    r0 = rshl(a_low, 10)
    inverse = pair_reciprocal(d1, d0)
    high = divide_pair(r1, r0, 0, d1, d0, inverse)
    # The remainder has 64 bits.
    product = rmul(high, d0)
    r1 = rsub(rsub(r0, rmul(high, d1)), radd(rmulh(high, d0), product != 0))
    r0 = rsub(0, product)
    if r1 == d1 and r0 == d0:
        low = -1
    else:
        low = divide_pair(r1, r0, 0, d1, d0, inverse)
    sticky = rmul(low, d0) != 0 or rmul(low, d1) != rsub(r0, rmulh(low, d0))
    if high >= 0:
        high = rshl(high, 1) | rshr(low, 31)
        low = rshl(low, 1)
        exponent -= 1
    return rounded(
        sign,
        exponent,
        rshr(high, 11),
        rshl(high, 21) | rshr(low, 11),
        rshl(low, 21) | sticky,
    )


def divide_special(a_low, a_high, b_low, b_high):
    """The quotient of zeros, subnormals, infinities and what is not a number."""
    sign = (a_high ^ b_high) & SIGN
    if b_high & MAGNITUDE == 0 and b_low == 0:
        raise ZeroDivisionError("float division by zero")
    if is_nan(a_high, a_low) or is_nan(b_high, b_low):
        return float_nan()
    if not is_finite(a_high):
        if is_finite(b_high):
            return float_from_bits(0, sign | INFINITY)
        return float_nan()
    if not is_finite(b_high) or a_high & MAGNITUDE == 0 and a_low == 0:
        return float_from_bits(0, sign)
    a_shift = subnormal_shift(a_high, a_low)
    b_shift = subnormal_shift(b_high, b_low)
    return divide_fractions(
        sign,
        full_exponent(a_high, a_shift) - full_exponent(b_high, b_shift) + BIAS,
        full_high(a_high, a_low, a_shift),
        full_low(a_low, a_shift),
        full_high(b_high, b_low, b_shift),
        full_low(b_low, b_shift),
    )
