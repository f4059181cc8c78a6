"""Doubles as text: str(), and what the format codes e, f, g and % are made of."""

# repr() uses an exponent from this position of the decimal point on.
REPR_POINT = 16


def float_repr(x):
    """A double as repr() shows it."""
    text = float_body(x, 114, 0, False, True)
    if ld(x, FLOAT_HIGH) < 0 and not is_nan(ld(x, FLOAT_HIGH), ld(x, FLOAT_LOW)):
        return concat("-", text)
    return text


def float_body(x, code, precision, alternate, dot_zero):
    """A double's magnitude in a format: the code of r (as repr), e, f or g. With alternate the
    point is always there, and zeros at the end are kept; with dot_zero there is always a digit
    after it, unless there is an exponent."""
    high = ld(x, FLOAT_HIGH)
    if not is_finite(high):
        if high & FRACTION == 0 and ld(x, FLOAT_LOW) == 0:
            return "inf"
        return "nan"
    if code == 114 and float_truth(x):
        digits = shortest_digits(x)
    elif code == 102:
        digits = fixed_digits(fraction_of(x), exponent_of(x), precision)
    else:
        if code == 101:
            precision += 1
        elif precision == 0:
            precision = 1
        digits = rounded_digits(fraction_of(x), exponent_of(x), precision)
    length = str_length(digits)
    point = decimal_point
    # Digits before the first and after the last one are zeros.
    end = length
    exponent = False
    if code == 101:
        exponent = True
        end = precision
    elif code == 102:
        end = point + precision
    elif code == 103:
        last = precision
        if dot_zero:
            last -= 1
        exponent = point <= -4 or point > last
        if alternate:
            end = precision
    else:
        exponent = point <= -4 or point > REPR_POINT
    if exponent:
        return decimal_layout(digits, 1, end, alternate, point - 1, True)
    if dot_zero and end <= point:
        end = point + 1
    return decimal_layout(digits, point, end, alternate, 0, False)


def decimal_layout(digits, point, end, alternate, exponent, with_exponent):
    """Digits up to an end with the decimal point put in, and an exponent."""
    start = 0
    if point <= 0:
        start = point - 1
    if end < point:
        end = point
    length = end - start
    if end > point or alternate:
        length += 1
    size = exponent
    if exponent < 0:
        size = 0 - exponent
    exponent_length = 0
    if with_exponent:
        exponent_length = 2
        if size > 99:
            exponent_length = 3
        length += exponent_length + 2
    text = ascii_string(length)
    count = str_length(digits)
    k = 0
    for i in range(start, end):
        if i == point:
            put_ascii(text, k, 46)
            k += 1
        if i < 0 or i >= count:
            put_ascii(text, k, 48)
        else:
            put_ascii(text, k, char_at(digits, i))
        k += 1
    if alternate and end == point:
        put_ascii(text, k, 46)
        k += 1
    if with_exponent:
        put_ascii(text, k, 101)
        if exponent < 0:
            put_ascii(text, k + 1, 45)
        else:
            put_ascii(text, k + 1, 43)
        put_decimal(text, k + 2, exponent_length, size)
    return text
