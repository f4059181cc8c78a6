"""Doubles in base 16, and as ratios."""

# Exponents beyond this are too large, or too small, for any number of digits in a string.
HEX_EXPONENT_LIMIT = 100000


def float_to_hex(x):
    """float.hex."""
    high = ld(x, FLOAT_HIGH)
    if not is_finite(high):
        return float_repr(x)
    sign = sign_text(high < 0, 0)
    if not float_truth(x):
        return concat(sign, "0x0.0p+0")
    exponent = exponent_of(x) + 52
    text = ascii_string(16)
    put_ascii(text, 0, 48 + (high & INFINITY != 0))
    put_ascii(text, 1, 46)
    for i in range(13):
        if i < 5:
            digit = high >> 16 - (i << 2) & 15
        else:
            digit = rshr(ld(x, FLOAT_LOW), 28 - (i - 5 << 2)) & 15
        if digit > 9:
            digit += 39
        put_ascii(text, i + 2, 48 + digit)
    # The sixteenth character is that of the exponent.
    put_ascii(text, 15, 112)
    power = small_to_string(exponent)
    if exponent >= 0:
        power = concat("+", power)
    return concat(concat(concat(sign, "0x"), text), power)


def hex_to_float(text):
    """float.fromhex."""
    if not is_ascii_text(text):
        bad_hex()
    i = 0
    end = str_length(text)
    while i < end and is_space(char_at(text, i)):
        i += 1
    while end > i and is_space(char_at(text, end - 1)):
        end -= 1
    sign = 0
    if i < end and (char_at(text, i) == 45 or char_at(text, i) == 43):
        if char_at(text, i) == 45:
            sign = SIGN
        i += 1
    if i < end and (char_at(text, i) | 32 == 105 or char_at(text, i) | 32 == 110):
        result = named_float(text, i, end, sign)
        if result is None or parse_end != end:
            bad_hex()
        return result
    if i + 1 < end and char_at(text, i) == 48 and char_at(text, i + 1) | 32 == 120:
        i += 2
    value = 0
    count = 0
    places = 0
    point = False
    while i < end:
        code = char_at(text, i)
        if code == 46 and not point:
            point = True
        else:
            digit = digit_value(code)
            if digit > 15:
                break
            value = int_add(int_lshift(value, 4), digit)
            count += 1
            if point:
                places += 4
        i += 1
    if count == 0:
        bad_hex()
    exponent = 0
    if i < end and char_at(text, i) | 32 == 112:
        exponent = exponent_at(text, i + 1, end)
        i = parse_end
    if i != end:
        bad_hex()
    if value is ZERO or exponent < 0 - HEX_EXPONENT_LIMIT:
        return float_from_bits(0, sign)
    if exponent < HEX_EXPONENT_LIMIT:
        result = scaled_float(sign, value, exponent - places, False)
        if is_finite(ld(result, FLOAT_HIGH)):
            return result
    raise OverflowError("hexadecimal value too large to represent as a float")


def bad_hex():
    """Raises for a string that is no number in base 16."""
    raise ValueError("invalid hexadecimal floating-point string")


def float_ratio(x):
    """float.as_integer_ratio."""
    high = ld(x, FLOAT_HIGH)
    if not is_finite(high):
        if is_nan(high, ld(x, FLOAT_LOW)):
            raise ValueError("cannot convert NaN to integer ratio")
        raise OverflowError("cannot convert Infinity to integer ratio")
    numerator = fraction_of(x)
    if numerator is ZERO:
        return 0, 1
    shift = trailing_zeros(numerator)
    exponent = exponent_of(x) + shift
    numerator = int_rshift(numerator, shift)
    denominator = 1
    if exponent > 0:
        numerator = int_lshift(numerator, exponent)
    else:
        denominator = int_lshift(1, 0 - exponent)
    if high < 0:
        numerator = int_neg(numerator)
    return numerator, denominator
