"""Doubles as words, and the rounding that most results go through.

A double's parts are its sign (0 or SIGN), its biased exponent, and its fraction: the upper 21 bits
with the hidden bit, and the lower 32."""

SIGN = -0x80000000
MAGNITUDE = 0x7FFFFFFF
FRACTION = 0xFFFFF
HIDDEN = 0x100000
INFINITY = 0x7FF00000
NAN = 0x7FF80000
# The biased exponent of infinities and of what is not a number; that of 1.0.
SPECIAL = 0x7FF
BIAS = 0x3FF
# The header of the object, of size class 1; class and epoch come to it.
FLOAT_HEADER = HEADER_LEAF | 1 << HEADER_SIZE_SHIFT


def float_from_bits(low, high):
    """The double of two words. It is cut from the free memory here, as allocate would take as long
    as the rest of an addition."""
    global free_at
    at = free_at
    if rltu(FLOAT_WORDS - 1, free_end - at) and not STRESS:
        free_at = at + FLOAT_WORDS
        st(at, HEADER, retag(FLOAT_HEADER | cid_of(float) << HEADER_CLASS_SHIFT | epoch, RAW))
        st(at, FLOAT_LOW, low)
        st(at, FLOAT_HIGH, high)
        return retag(at, FLOAT)
    return collected_float(low, high)


def collected_float(low, high):
    """float_from_bits when memory is used up."""
    result = alloc(FLOAT, FLOAT_WORDS)
    st(result, FLOAT_LOW, low)
    st(result, FLOAT_HIGH, high)
    return result


def low_word(x):
    """The lower word of a number as a double."""
    if tag(x) == FLOAT:
        return ld(x, FLOAT_LOW)
    if tag(x) == BIGINT:
        return ld(float_of(x), FLOAT_LOW)
    if x < 0:
        x = rsub(0, x)
    return rshl(rshl(x, rclz(x)), 21)


def high_word(x):
    """The upper word of a number as a double."""
    if tag(x) == FLOAT:
        return ld(x, FLOAT_HIGH)
    if tag(x) == BIGINT:
        return ld(float_of(x), FLOAT_HIGH)
    if x is ZERO or x is False:
        return 0
    sign = 0
    if x < 0:
        sign = SIGN
        x = rsub(0, x)
    zeros = rclz(x)
    return sign | radd((BIAS + 30 - zeros) << 20, rshr(rshl(x, zeros), 11))


def rounded(sign, exponent, high, low, rest):
    """The double nearest to a fraction with 32 more bits, of which the lowest stands for all that
    is below; at a tie the even one. The hidden bit is set, the biased exponent may be any."""
    if rltu(exponent - 1, SPECIAL - 1):
        if rest < 0:
            if rshl(rest, 1) or low & 1:
                low = radd(low, 1)
                if low == 0:
                    # A carry out of the fraction goes on into the exponent.
                    high += 1
        return float_from_bits(low, sign | radd(exponent - 1 << 20, high))
    if exponent > 0:
        return float_from_bits(0, sign | INFINITY)
    return rounded_tiny(sign, 1 - exponent, high, low, rest)


def rounded_tiny(sign, shift, high, low, rest):
    """rounded for a value that is to be shifted right to have the exponent of subnormals."""
    if shift > 54:
        return float_from_bits(0, sign)
    while shift > 31:
        rest = low | (rest != 0)
        low = high
        high = 0
        shift -= 32
    if shift:
        lost = rshl(rest, 32 - shift) != 0
        rest = rshr(rest, shift) | rshl(low, 32 - shift) | lost
        low = rshr(low, shift) | rshl(high, 32 - shift)
        high = high >> shift
    # The exponent 1 without the hidden bit is how subnormals are written.
    return rounded(sign, 1, high, low, rest)


def is_nan(high, low):
    """True for the words of what is not a number."""
    high = high & MAGNITUDE
    return high > INFINITY or high == INFINITY and low != 0


def is_finite(high):
    """True for the upper word of a finite double."""
    return high & INFINITY != INFINITY


def float_nan():
    """What is not a number."""
    return float_from_bits(0, NAN)


def float_neg(x):
    """−x."""
    return float_from_bits(ld(x, FLOAT_LOW), ld(x, FLOAT_HIGH) ^ SIGN)


def float_abs(x):
    """The absolute value."""
    return float_from_bits(ld(x, FLOAT_LOW), ld(x, FLOAT_HIGH) & MAGNITUDE)


def float_truth(x):
    """False for zeros."""
    return ld(x, FLOAT_HIGH) & MAGNITUDE != 0 or ld(x, FLOAT_LOW) != 0
