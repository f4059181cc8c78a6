"""Floats as bytes: IEEE 754 formats of 2, 4 and 8 bytes."""

# The bits of the fraction and the bias of the exponent, in 2 bytes and in 4.
HALF_FRACTION = 10
HALF_BIAS = 15
SINGLE_FRACTION = 23
SINGLE_BIAS = 127


@builtin(module="_struct")
def pack_float(value, size, big, /):
    """The bytes of a real number in a format of so many bytes; None if it is too large."""
    x = real_argument(value)
    if size == 8:
        return words_as_bytes(ld(x, FLOAT_LOW), ld(x, FLOAT_HIGH), 8, truth(big))
    if size == 4:
        bits = narrow_float(x, SINGLE_FRACTION, SINGLE_BIAS)
    else:
        bits = narrow_float(x, HALF_FRACTION, HALF_BIAS)
    if bits is END:
        return None
    return words_as_bytes(bits, 0, size, truth(big))


@builtin(module="_struct")
def unpack_float(data, big, /):
    """The float of 2, 4 or 8 bytes."""
    data = bytes_like(data)
    size = ld(data, BYTES_LENGTH)
    if truth(big):
        data = text_slice(data, size - 1, -1, -1, size)
    bits = ld(data, BYTES_DATA)
    if size == 8:
        return float_from_bits(bits, ld(data, BYTES_DATA + 1))
    if size == 4:
        return widen_float(bits, SINGLE_FRACTION, SINGLE_BIAS)
    return widen_float(bits, HALF_FRACTION, HALF_BIAS)


def words_as_bytes(low, high, size, big):
    """The bytes of two words, the lowest first unless `big`."""
    data = new_bytes(size)
    st(data, BYTES_DATA, low)
    if size > 4:
        st(data, BYTES_DATA + 1, high)
    if big:
        return text_slice(data, size - 1, -1, -1, size)
    return data


def narrow_float(x, fraction, bias):
    """The bits of a double in a shorter format, rounded to the nearest, to even at a tie; END
    if it is too large."""
    high = ld(x, FLOAT_HIGH)
    low = ld(x, FLOAT_LOW)
    special = bias + bias + 1
    sign = 0
    if high < 0:
        sign = rshl(special + 1, fraction)
    exponent = rshr(high, 20) & SPECIAL
    top = high & FRACTION
    if exponent == SPECIAL:
        if top == 0 and low == 0:
            return sign | special << fraction
        # What is not a number keeps the upper bits of its fraction, and is quiet.
        return sign | special << fraction | 1 << fraction - 1 | rshr(rshl(top, 12) | rshr(low, 20), 32 - fraction)
    if exponent:
        top |= HIDDEN
    else:
        exponent = 1
    exponent += bias - BIAS
    if exponent >= special:
        return END
    # So many bits are cut off.
    shift = 52 - fraction
    if exponent < 1:
        shift += 1 - exponent
        exponent = 1
    if shift > 63:
        return sign
    sticky = False
    if shift > 31:
        shift -= 32
        rest = low
        low = top
        top = 0
        if shift:
            sticky = rshl(rest, 32 - shift) != 0
            rest = rshl(low, 32 - shift) | rshr(rest, shift)
            low = rshr(low, shift)
    else:
        rest = rshl(low, 32 - shift)
        low = rshl(top, 32 - shift) | rshr(low, shift)
    if rest < 0 and (rshl(rest, 1) != 0 or sticky or low & 1):
        low += 1
    # The hidden bit adds 1 to the exponent, and so does a carry out of the fraction.
    bits = (exponent - 1 << fraction) + low
    if bits >> fraction >= special:
        return END
    return sign | bits


def widen_float(bits, fraction, bias):
    """The double of a shorter format's bits."""
    special = bias + bias + 1
    sign = 0
    if rshr(bits, fraction) & special + 1:
        sign = SIGN
    exponent = rshr(bits, fraction) & special
    low = bits & (1 << fraction) - 1
    if exponent == 0:
        if low == 0:
            return float_from_bits(0, sign)
        # The highest bit becomes the hidden one.
        shift = rclz(low) - (31 - fraction)
        low = (low << shift) & (1 << fraction) - 1
        exponent = 1 - shift
    if exponent == special:
        exponent = SPECIAL
    else:
        exponent += BIAS - bias
    # The fraction at the top of a word, of which 20 bits belong to the upper word of the double.
    low = rshl(low, 32 - fraction)
    return float_from_bits(rshl(low, 20), sign | exponent << 20 | rshr(low, 12))
