"""complex() of a string."""


def parse_complex(text):
    """The complex number that a string denotes: a float, an imaginary part, or both, possibly in
    parentheses."""
    i = skip_spaces(text, 0)
    end = str_length(text)
    parenthesis = i < end and char_at(text, i) == 40
    if parenthesis:
        i = skip_spaces(text, i + 1)
    real = float_from_bits(0, 0)
    imag = real
    first = complex_term(text, i, end)
    i = parse_end
    if first is None:
        bad_complex(text)
    if is_imaginary_unit(text, i, end):
        imag = first
        i += 1
    else:
        real = first
        if i < end and (char_at(text, i) == 43 or char_at(text, i) == 45):
            imag = complex_term(text, i, end)
            i = parse_end
            if imag is None or not is_imaginary_unit(text, i, end):
                bad_complex(text)
            i += 1
    i = skip_spaces(text, i)
    if parenthesis:
        if i >= end or char_at(text, i) != 41:
            bad_complex(text)
        i = skip_spaces(text, i + 1)
    if i != end:
        bad_complex(text)
    return new_complex(real, imag)


def complex_term(text, i, end):
    """The float at a position; a sign or nothing before a j is a one. Sets parse_end."""
    global parse_end
    result = float_at(text, i, end)
    if result is not None:
        return result
    sign = 0
    if i < end and (char_at(text, i) == 43 or char_at(text, i) == 45):
        if char_at(text, i) == 45:
            sign = SIGN
        i += 1
    parse_end = i
    if is_imaginary_unit(text, i, end):
        return float_from_bits(0, sign | BIAS << 20)
    return None


def is_imaginary_unit(text, i, end):
    """True if j is at a position of a string."""
    return i < end and char_at(text, i) | 32 == 106


def is_digit_at(text, i):
    """True if a decimal digit is at a position, which may be outside of the string."""
    return i >= 0 and digit_value(spec_char(text, i)) < 10


def skip_spaces(text, i):
    """The position of the first character that is no space."""
    end = str_length(text)
    while i < end and is_space(char_at(text, i)):
        i += 1
    return i


def bad_complex(text):
    """Raises for a string that is no complex number."""
    for i in range(str_length(text)):
        if char_at(text, i) == 95:
            if not is_digit_at(text, i - 1) or not is_digit_at(text, i + 1):
                raise ValueError(f"could not convert string to complex: {repr_text(text)}")
    raise ValueError("complex() arg is a malformed string")
