"""float() of its argument, and arguments that have to be real numbers."""


def float_of_argument(x):
    """The value of float(x)."""
    if is_a(x, FLOAT):
        return x
    if is_number(x):
        return float_of(x)
    if is_a(x, STR):
        return parse_float(x)
    result = float_by_method(x)
    if result is not END:
        return result
    value = payload_of(x)
    if is_a(value, STR):
        return parse_float(value)
    data = bytes_of(value)
    if data is not END:
        return parse_float_of(text_of_bytes(data), data)
    raise TypeError(f"float() argument must be a string or a real number, not '{type_name(x)}'")


def real_argument(x):
    """An argument that has to be a real number, as a float."""
    value = payload_of(x)
    if is_a(value, FLOAT):
        return value
    if is_number(x):
        return float_of(x)
    result = float_by_method(x)
    if result is END:
        raise TypeError(f"must be real number, not {type_name(x)}")
    return result
