"""format() of numbers."""


def format_int(x, spec):
    """An integer in a format."""
    if str_length(spec) == 0:
        return int_to_string(x)
    items = parse_format_spec(spec, x)
    kind = items[SPEC_TYPE]
    if is_float_kind(kind):
        return format_real(float_of(x), items, x)
    if kind and kind != 100 and kind != 110 and kind != 99 and not radix_bits(kind):
        unknown_code(kind, x)
    if items[SPEC_PRECISION] >= 0:
        raise ValueError("Precision not allowed in integer format specifier")
    if items[SPEC_NO_NEGATIVE_ZERO]:
        raise ValueError("Negative zero coercion (z) not allowed in integer format specifier")
    if kind == 99:
        return format_character(x, items)
    prefix = ""
    bits = radix_bits(kind)
    if bits:
        digits = radix_digits(x, bits, letter_base(kind))
        if items[SPEC_ALTERNATE]:
            prefix = concat("0", char_string(kind))
        return pad_number(is_negative(x), prefix, digits, str_length(digits), 4, items)
    digits = int_to_string(x)
    if is_negative(x):
        digits = substring(digits, 1, str_length(digits))
    return pad_number(is_negative(x), prefix, digits, str_length(digits), 3, items)


def radix_bits(kind):
    """The bits of a digit of b, o, x or X; 0 for other types."""
    if kind == 98:
        return 1
    if kind == 111:
        return 3
    if kind == 120 or kind == 88:
        return 4
    return 0


def letter_base(kind):
    """The code of the digit 10, less 10."""
    if kind == 88:
        return 55
    return 87


def is_float_kind(kind):
    """True for e f g E F G %."""
    return kind >= 101 and kind <= 103 or kind >= 69 and kind <= 71 or kind == 37


def format_character(x, items):
    """The character with a code."""
    if items[SPEC_SIGN]:
        raise ValueError("Sign not allowed with integer format specifier 'c'")
    if items[SPEC_ALTERNATE]:
        raise ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
    if int_bit_length(x) > 63:
        raise OverflowError("Python int too large to convert to C long")
    if tag(x) == BIGINT or x < 0 or x > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    return pad_aligned(char_string(x), "", items)


def format_float(x, spec):
    """A float in a format."""
    if str_length(spec) == 0:
        return float_repr(x)
    return format_real(x, parse_format_spec(spec, x), x)


def format_real(x, items, value):
    """A float in a parsed format; value is what the program formats."""
    kind = items[SPEC_TYPE]
    if kind and kind != 110 and not is_float_kind(kind):
        unknown_code(kind, value)
    body = real_body(x, kind, items[SPEC_PRECISION], items[SPEC_ALTERNATE], True)
    negative = shows_sign(x)
    if negative and items[SPEC_NO_NEGATIVE_ZERO] and is_zero_text(body):
        negative = False
    return pad_number(negative, "", body, leading_digits(body), 3, items)


def real_body(x, kind, precision, alternate, dot_zero):
    """A float's magnitude in a type of format."""
    upper = kind >= 69 and kind <= 71
    percent = kind == 37
    if percent:
        x = float_mul(x, 100)
        code = 102
    elif kind == 110:
        code = 103
    elif kind == 0:
        code = 103
        if precision < 0:
            code = 114
    else:
        code = kind | 32
    if precision < 0:
        precision = 6
    text = float_body(x, code, precision, alternate, kind == 0 and dot_zero)
    if upper:
        return upper_ascii(text)
    if percent:
        return concat(text, "%")
    return text


def shows_sign(x):
    """True for a float with a minus sign."""
    high = ld(x, FLOAT_HIGH)
    return high < 0 and not is_nan(high, ld(x, FLOAT_LOW))


def upper_ascii(text):
    """A new string with the letters in upper case."""
    length = str_length(text)
    result = ascii_string(length)
    for i in range(length):
        code = char_at(text, i)
        if code >= 97 and code <= 122:
            code -= 32
        put_ascii(result, i, code)
    return result


def is_zero_text(text):
    """True if a number's digits, before any exponent, are zeros."""
    for i in range(str_length(text)):
        code = char_at(text, i)
        if code | 32 == 101:
            return True
        if code != 48 and code != 46 and code != 37:
            return False
    return True


def leading_digits(text):
    """The number of digits that a string begins with."""
    count = 0
    while digit_value(spec_char(text, count)) < 10:
        count += 1
    return count


def sign_text(negative, sign):
    """The sign to show."""
    if negative:
        return "-"
    if sign == 43:
        return "+"
    if sign == 32:
        return " "
    return ""


def pad_number(negative, prefix, text, count, group, items):
    """A number's text, of which the first count characters are digits before the point, with
    sign, prefix, grouping and padding."""
    prefix = concat(sign_text(negative, items[SPEC_SIGN]), prefix)
    grouping = items[SPEC_GROUPING]
    zeros = 0
    if items[SPEC_FILL] == 48 and items[SPEC_ALIGN] == 61:
        zeros = items[SPEC_WIDTH] - str_length(prefix) - (str_length(text) - count)
    if count and (grouping or zeros > count):
        text = concat(
            grouped(text, count, grouping, group, zeros), substring(text, count, str_length(text))
        )
    return pad_aligned(text, prefix, items)


def grouped(text, count, separator, group, minimum):
    """The first count digits of a text with a separator between groups, and zeros in front up to a
    minimal length."""
    digits = count
    length = count
    if separator:
        length = count + (count - 1) // group
    while length < minimum:
        if separator and digits % group == 0:
            length += 1
        digits += 1
        length += 1
    result = ascii_string(length)
    k = length
    for i in range(digits):
        if separator and i and i % group == 0:
            k -= 1
            put_ascii(result, k, separator)
        k -= 1
        if i < count:
            put_ascii(result, k, char_at(text, count - 1 - i))
        else:
            put_ascii(result, k, 48)
    return result


def pad_aligned(text, prefix, items):
    """A prefix and a text, padded to the width; on the left if there is no alignment."""
    align = items[SPEC_ALIGN]
    if align == 0:
        align = 62
    missing = items[SPEC_WIDTH] - str_length(prefix) - str_length(text)
    if missing <= 0:
        return concat(prefix, text)
    fill = items[SPEC_FILL]
    if fill == 0:
        fill = 32
    fill = char_string(fill)
    if align == 61:
        return concat(prefix, concat(str_repeat(fill, missing), text))
    left = missing
    if align == 94:
        left = missing >> 1
    elif align != 62:
        left = 0
    text = concat(concat(str_repeat(fill, left), prefix), text)
    return concat(text, str_repeat(fill, missing - left))


def complex_repr(x):
    """A complex number as repr() shows it."""
    return format_complex(x, "")


def format_complex(x, spec):
    """A complex number in a format."""
    items = parse_format_spec(spec, x)
    kind = items[SPEC_TYPE]
    if kind and kind != 110 and (kind == 37 or not is_float_kind(kind)):
        unknown_code(kind, x)
    if items[SPEC_FILL] == 48:
        raise ValueError("Zero padding is not allowed in complex format specifier")
    if items[SPEC_ALIGN] == 61:
        raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    real = complex_real(x)
    skip_real = kind == 0 and not float_truth(real) and ld(real, FLOAT_HIGH) >= 0
    text = concat(complex_part(complex_imag(x), items, not skip_real), "j")
    if not skip_real:
        text = concat(complex_part(real, items, False), text)
        if kind == 0:
            text = concat(concat("(", text), ")")
    return pad_aligned(text, "", items)


def complex_part(x, items, with_sign):
    """A part of a complex number, without padding."""
    text = real_body(x, items[SPEC_TYPE], items[SPEC_PRECISION], items[SPEC_ALTERNATE], False)
    negative = shows_sign(x)
    if negative and items[SPEC_NO_NEGATIVE_ZERO] and is_zero_text(text):
        negative = False
    count = leading_digits(text)
    if items[SPEC_GROUPING] and count:
        text = concat(
            grouped(text, count, items[SPEC_GROUPING], 3, 0),
            substring(text, count, str_length(text)),
        )
    sign = items[SPEC_SIGN]
    if with_sign:
        sign = 43
    return concat(sign_text(negative, sign), text)
