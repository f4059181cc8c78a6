"""Format specifications: [[fill]align][sign][z][#][0][width][grouping][.precision][type]."""

# The items of a parsed specification. Characters are codes, 0 if there is none; numbers are −1.
SPEC_FILL = 0
SPEC_ALIGN = 1
SPEC_SIGN = 2
SPEC_ALTERNATE = 3
SPEC_WIDTH = 4
SPEC_GROUPING = 5
SPEC_PRECISION = 6
SPEC_TYPE = 7
SPEC_NO_NEGATIVE_ZERO = 8


def is_align(code):
    """True for < > = ^."""
    return code == 60 or code == 62 or code == 61 or code == 94


def spec_char(spec, index):
    """The character at an index of a specification, or 0 behind its end."""
    if index < str_length(spec):
        return char_at(spec, index)
    return 0


def parse_format_spec(spec, value):
    """A specification's items as a tuple; value is what is formatted, for messages."""
    i = 0
    fill = 0
    align = 0
    if is_align(spec_char(spec, 1)):
        fill = char_at(spec, 0)
        align = char_at(spec, 1)
        i = 2
    elif is_align(spec_char(spec, 0)):
        align = char_at(spec, 0)
        i = 1
    sign = spec_char(spec, i)
    if sign == 43 or sign == 45 or sign == 32:
        i += 1
    else:
        sign = 0
    positive_zero = spec_char(spec, i) == 122
    if positive_zero:
        i += 1
    alternate = spec_char(spec, i) == 35
    if alternate:
        i += 1
    if fill == 0 and spec_char(spec, i) == 48:
        fill = 48
        i += 1
        if align == 0:
            align = 61
    start = i
    width = spec_number(spec, i)
    i = spec_digits_end(spec, i)
    if i == start:
        width = -1
    grouping = spec_char(spec, i)
    if grouping == 44 or grouping == 95:
        i += 1
        other = spec_char(spec, i)
        if other != grouping and (other == 44 or other == 95):
            raise ValueError("Cannot specify both ',' and '_'.")
    else:
        grouping = 0
    precision = -1
    if spec_char(spec, i) == 46:
        i += 1
        start = i
        precision = spec_number(spec, i)
        i = spec_digits_end(spec, i)
        if i == start:
            raise ValueError("Format specifier missing precision")
    kind = spec_char(spec, i)
    if str_length(spec) - i > 1:
        raise ValueError(
            f"Invalid format specifier '{spec}' for object of type '{type_name(value)}'"
        )
    if grouping and not groups_digits(kind, grouping):
        bad_grouping(grouping, kind)
    return fill, align, sign, alternate, width, grouping, precision, kind, positive_zero


def spec_digits_end(spec, i):
    """The index behind the digits at an index."""
    while digit_value(spec_char(spec, i)) < 10:
        i += 1
    return i


def spec_number(spec, i):
    """The number at an index; 0 if there are no digits."""
    value = 0
    digit = digit_value(spec_char(spec, i))
    while digit < 10:
        if value > 200000000:
            raise ValueError("Too many decimal digits in format string")
        value = value * 10 + digit
        i += 1
        digit = digit_value(spec_char(spec, i))
    return value


def groups_digits(kind, grouping):
    """True for the types whose digits can be grouped."""
    if kind == 0 or kind == 100 or kind == 37:
        return True
    if kind >= 101 and kind <= 103 or kind >= 69 and kind <= 71:
        return True
    # b o x X take underscores.
    return grouping == 95 and (kind == 98 or kind == 111 or kind == 120 or kind == 88)


def bad_grouping(grouping, kind):
    """Raises for a type whose digits cannot be grouped."""
    raise ValueError(f"Cannot specify '{char_string(grouping)}' with {shown_code(kind)}.")


def shown_code(kind):
    """A type's character in quotes, if it is printable ASCII, else its number."""
    if kind > 32 and kind < 128:
        return f"'{char_string(kind)}'"
    return concat("'\\x", concat(radix_digits(kind, 4, 87), "'"))


def unknown_code(kind, value):
    """Raises for a type that the value does not have."""
    raise ValueError(f"Unknown format code {shown_code(kind)} for object of type '{type_name(value)}'")
