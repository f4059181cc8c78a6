"""Doubles from integers, and integers from doubles."""


def float_of(x):
    """The double nearest to a number."""
    if tag(x) == FLOAT:
        return x
    if tag(x) != BIGINT:
        return float_from_bits(low_word(x), high_word(x))
    sign = 0
    if ld(x, BIGINT_SIZE) < 0:
        sign = SIGN
    result = scaled_float(sign, x, 0, False)
    if not is_finite(ld(result, FLOAT_HIGH)):
        raise OverflowError("int too large to convert to float")
    return result


def scaled_float(sign, x, exponent, sticky):
    """The double nearest to an integer's magnitude times 2 to the power of exponent; sticky if
    the true magnitude is a little more, less than by 1. Infinity if that is too large."""
    x = wide(x)
    count = digits_of(x)
    last = count + (BIGINT_DIGITS - 1)
    if count == 0:
        return float_from_bits(0, sign)
    top = ld(x, last)
    middle = 0
    bottom = 0
    if count > 1:
        middle = ld(x, last - 1)
    if count > 2:
        bottom = ld(x, last - 2)
    i = last - 3
    while i >= BIGINT_DIGITS:
        if ld(x, i):
            sticky = True
        i -= 1
    zeros = rclz(top)
    if zeros:
        top = rshl(top, zeros) | rshr(middle, 32 - zeros)
        middle = rshl(middle, zeros) | rshr(bottom, 32 - zeros)
        bottom = rshl(bottom, zeros)
    if rshl(middle, 21) == 0 and bottom == 0 and not sticky:
        rest = 0
    else:
        rest = rshl(middle, 21)
        if bottom or sticky:
            rest = rest | 1
    exponent += BIAS + (count << 5) - 1 - zeros
    return rounded(sign, exponent, rshr(top, 11), rshl(top, 21) | rshr(middle, 11), rest)


def int_of_float(x):
    """A double without its fraction."""
    high = ld(x, FLOAT_HIGH)
    low = ld(x, FLOAT_LOW)
    exponent = (rshr(high, 20) & SPECIAL) - BIAS
    if exponent < 0:
        return 0
    if exponent > BIAS:
        if is_nan(high, low):
            raise ValueError("cannot convert float NaN to integer")
        raise OverflowError("cannot convert float infinity to integer")
    fraction = high & FRACTION | HIDDEN
    if exponent <= 20:
        value = fraction >> 20 - exponent
        if high < 0:
            return 0 - value
        return value
    if exponent < 52:
        shift = 52 - exponent
        return from_words(rshr(low, shift) | rshl(fraction, 32 - shift), fraction >> shift, high < 0)
    value = int_lshift(from_words(low, fraction, False), exponent - 52)
    if high < 0:
        return int_neg(value)
    return value


def is_whole(x):
    """True for a double without a fraction."""
    high = ld(x, FLOAT_HIGH)
    low = ld(x, FLOAT_LOW)
    exponent = (rshr(high, 20) & SPECIAL) - BIAS
    if exponent < 0:
        return high & MAGNITUDE == 0 and low == 0
    if exponent >= 52:
        return exponent <= BIAS
    if exponent > 20:
        return rshl(low, exponent - 20) == 0
    return low == 0 and (high & FRACTION) & (HIDDEN >> exponent) - 1 == 0


def fraction_of(x):
    """A finite double's magnitude is this integer times 2 to the power of exponent_of(x)."""
    high = ld(x, FLOAT_HIGH)
    fraction = high & FRACTION
    if high & INFINITY:
        fraction = fraction | HIDDEN
    return from_words(ld(x, FLOAT_LOW), fraction, False)


def exponent_of(x):
    """See fraction_of."""
    exponent = rshr(ld(x, FLOAT_HIGH), 20) & SPECIAL
    if exponent == 0:
        exponent = 1
    return exponent - (BIAS + 52)


def int_truediv(a, b):
    """a / b of integers, correctly rounded."""
    if tag(b) != BIGINT and b == 0:
        raise ZeroDivisionError("division by zero")
    if tag(a) != BIGINT and tag(b) != BIGINT:
        if a == 0:
            # 0 / -1 is −0.0.
            return float_from_bits(0, high_word(b) & SIGN)
        return float_truediv_words(a, b)
    sign = 0
    if is_negative(a) != is_negative(b):
        sign = SIGN
    result = ratio_to_float(sign, int_abs(a), int_abs(b))
    if not is_finite(ld(result, FLOAT_HIGH)):
        raise OverflowError("integer division result too large for a float")
    return result


def float_truediv_words(a, b):
    """a / b of integers that doubles have exactly, neither of them zero."""
    a_high = high_word(a)
    b_high = high_word(b)
    return divide_fractions(
        (a_high ^ b_high) & SIGN,
        (rshr(a_high, 20) & SPECIAL) - (rshr(b_high, 20) & SPECIAL) + BIAS,
        a_high & FRACTION | HIDDEN,
        low_word(a),
        b_high & FRACTION | HIDDEN,
        low_word(b),
    )


def ratio_to_float(sign, a, b):
    """The double nearest to the ratio of two integers that aren't negative, with a sign."""
    if a is ZERO:
        return float_from_bits(0, sign)
    # A quotient of 65 bits at least.
    shift = int_bit_length(b) - int_bit_length(a) + 65
    if shift > 2200:
        return float_from_bits(0, sign)
    if shift > 0:
        a = int_lshift(a, shift)
    else:
        shift = 0
    quotient = divide_magnitudes(wide(a), wide(b))
    return scaled_float(sign, quotient, 0 - shift, division_remainder is not ZERO)
