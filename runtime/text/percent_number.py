"""Numbers in % formatting."""

# Flags of a conversion.
LEFT_FLAG = 1
PLUS_FLAG = 2
SPACE_FLAG = 4
ALTERNATE_FLAG = 8
ZERO_FLAG = 16


def percent_number(x, flags, width, precision, kind):
    """A number under a conversion of the kind d i u o x X e E f F g G; a width of 0 and a precision
    of −1 are none."""
    prefix = ""
    if is_float_kind(kind):
        x = real_argument(x)
        negative = shows_sign(x)
        text = real_body(x, kind, precision, flags & ALTERNATE_FLAG != 0, False)
    else:
        x = percent_int(x, kind)
        negative = is_negative(x)
        bits = radix_bits(kind)
        if bits:
            text = radix_digits(x, bits, letter_base(kind))
            if flags & ALTERNATE_FLAG:
                prefix = concat("0", char_string(kind))
        else:
            text = int_to_string(x)
            if negative:
                text = substring(text, 1, str_length(text))
        if str_length(text) < precision:
            text = grouped(text, str_length(text), 0, 3, precision)
    sign = 0
    if flags & PLUS_FLAG:
        sign = 43
    elif flags & SPACE_FLAG:
        sign = 32
    prefix = concat(sign_text(negative, sign), prefix)
    missing = width - str_length(prefix) - str_length(text)
    if missing <= 0:
        return concat(prefix, text)
    if flags & LEFT_FLAG:
        return concat(concat(prefix, text), str_repeat(" ", missing))
    if flags & ZERO_FLAG:
        return concat(prefix, concat(str_repeat("0", missing), text))
    return concat(concat(str_repeat(" ", missing), prefix), text)


def percent_int(x, kind):
    """The operand of a conversion to an integer."""
    value = payload_of(x)
    if is_number(value):
        return value
    result = END
    # An error of a method is one more reason why there is no integer.
    try:
        if radix_bits(kind):
            result = index_by_method(x)
        elif is_a(x, FLOAT):
            return int_of_float(x)
        else:
            result = int_by_methods(x)
    except TypeError:
        result = END
    if result is END:
        wanted = "a real number"
        if radix_bits(kind):
            wanted = "an integer"
        raise TypeError(
            f"%{char_string(kind)} format: {wanted} is required, not {type_name(x)}"
        )
    return result
