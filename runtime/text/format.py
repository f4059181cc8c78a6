"""format(), f-strings, and the specifications that strings understand."""


def format_value(value, spec):
    """format(value, spec), for a spec that is a STR."""
    kind = tag(value)
    if ld(spec, STR_LENGTH) == 0:
        if kind == STR or kind == FLOAT or kind <= NONE:
            return str_of(value)
        if kind == BIGINT:
            return int_to_string(value)
    elif kind == STR:
        return format_str(value, spec)
    elif kind == FLOAT:
        return format_float(value, spec)
    elif kind == INT or kind == BOOL or kind == BIGINT:
        return format_int(value, spec)
    if exists(own_class) and ld(spec, STR_LENGTH) == 0 and is_builtin_function(special(value, "__format__")):
        return str_of(value)
    text = special1(value, "__format__", spec)
    if text is END:
        return plain_format(value, spec)
    if string_of(text) is END:
        raise TypeError(f"__format__ must return a str, not {type_name(text)}")
    return text


def plain_format(value, spec):
    """object.__format__: nothing but str()."""
    if ld(spec, STR_LENGTH):
        raise TypeError(f"unsupported format string passed to {type_name(value)}.__format__")
    return str_of(value)


def format_str(text, spec):
    """str.__format__"""
    part = string_of(spec)
    if part is END:
        raise TypeError(f"__format__() argument must be str, not {argument_type(spec)}")
    if ld(part, STR_LENGTH) == 0:
        return text
    items = parse_format_spec(part, text)
    kind = ld(items, TUPLE_ITEMS + SPEC_TYPE)
    if kind != 0 and kind != 115:
        unknown_code(kind, text)
    if ld(items, TUPLE_ITEMS + SPEC_GROUPING):
        bad_grouping(ld(items, TUPLE_ITEMS + SPEC_GROUPING), 115)
    refuse_for_str(items, part)
    align = ld(items, TUPLE_ITEMS + SPEC_ALIGN)
    fill = ld(items, TUPLE_ITEMS + SPEC_FILL)
    if fill == 0 and (align == 0 or spec_char(part, 1) != align):
        fill = 32
    precision = ld(items, TUPLE_ITEMS + SPEC_PRECISION)
    if 0 <= precision < ld(text, STR_LENGTH):
        text = substring(text, 0, precision)
    return pad_text(text, fill, align, ld(items, TUPLE_ITEMS + SPEC_WIDTH))


def refuse_for_str(items, spec):
    """Raises for what a specification says that does not apply to strings. (The alignment
    = is also what a zero before the width means for numbers; for strings that fills only.)"""
    sign = ld(items, TUPLE_ITEMS + SPEC_SIGN)
    if sign == 32:
        raise ValueError("Space not allowed in string format specifier")
    if sign:
        raise ValueError("Sign not allowed in string format specifier")
    if ld(items, TUPLE_ITEMS + SPEC_NO_NEGATIVE_ZERO):
        raise ValueError("Negative zero coercion (z) not allowed in string format specifier")
    if ld(items, TUPLE_ITEMS + SPEC_ALTERNATE):
        raise ValueError("Alternate form (#) not allowed in string format specifier")
    if ld(items, TUPLE_ITEMS + SPEC_ALIGN) == 61:
        if spec_char(spec, 0) == 61 or spec_char(spec, 1) == 61:
            raise ValueError("'=' alignment not allowed in string format specifier")


@builtin
def format(value, format_spec="", /):
    """The value as text, as a specification says."""
    spec = string_of(format_spec)
    if spec is END:
        raise TypeError(f"format() argument 2 must be str, not {argument_type(format_spec)}")
    return format_value(value, spec)
