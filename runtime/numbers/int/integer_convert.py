"""int() of its arguments, and the smaller methods of int."""


def int_of_arguments(x, base):
    """The value of int(x, base)."""
    if x is END:
        if base is END:
            return 0
        raise TypeError("int() missing string argument")
    if base is END:
        return int_of(x)
    base = index_of(base)
    if tag(base) == BIGINT:
        base = -1
    value = payload_of(x)
    if is_a(value, STR):
        return parse_int(value, base)
    data = bytes_of(value)
    if data is END or is_a(value, memoryview):
        raise TypeError("int() can't convert non-string with explicit base")
    return parse_int_of(text_of_bytes(data), base, data)


def int_of(x):
    """The value of int(x)."""
    if is_number(x):
        return int_pos(x)
    if is_a(x, FLOAT):
        return int_of_float(x)
    if is_a(x, STR):
        return parse_int(x, 10)
    result = int_by_methods(x)
    if result is END:
        result = trunc_by_method(x)
    if result is not END:
        return result
    value = payload_of(x)
    if is_a(value, STR):
        return parse_int(value, 10)
    data = bytes_of(value)
    if data is not END:
        return parse_int_of(text_of_bytes(data), 10, data)
    raise TypeError(
        "int() argument must be a string, a bytes-like object or a real number, "
        f"not '{type_name(x)}'"
    )


def int_by_methods(x):
    """An int by __int__ or __index__, or END."""
    result = int_by_method(x)
    if result is END:
        return index_by_method(x)
    return result


def text_of_bytes(data):
    """The characters of the codes in a bytes object; what is not ASCII can be part of no number,
    not even as a space, and becomes a null."""
    length = ld(data, BYTES_LENGTH)
    text = ascii_string(length)
    for i in range(length):
        code = byte_at(data, i)
        if code < 128:
            put_ascii(text, i, code)
        else:
            put_ascii(text, i, 0)
    return text


def bytes_argument(x):
    """The bytes of a bytes-like object, or of an iterable of integers."""
    data = bytes_of(x)
    if data is END:
        if is_number(payload_of(x)) or is_a(payload_of(x), STR):
            raise TypeError(f"cannot convert '{type_name(x)}' object to bytes")
        data = bytes(x)
    return data


def format_argument(spec):
    """The specification given to __format__."""
    text = payload_of(spec)
    if not is_a(text, STR):
        raise TypeError(f"__format__() argument must be str, not {argument_type(spec)}")
    return text


def int_round(x, digits):
    """An integer rounded to a power of ten, at a tie to an even multiple of it."""
    if not is_negative(digits):
        return int_pos(x)
    if tag(digits) == BIGINT:
        return 0
    power = int_power(10, 0 - digits)
    quotient = int_floordiv(x, power)
    rest = int_sub(x, int_mul(quotient, power))
    order = int_compare(int_lshift(rest, 1), power)
    if order > 0 or order == 0 and not is_even(quotient):
        quotient = int_add(quotient, 1)
    return int_mul(quotient, power)


def is_even(x):
    """True for an even integer."""
    if tag(x) == BIGINT:
        return ld(x, BIGINT_DIGITS) & 1 == 0
    return x & 1 == 0


def int_bit_count(x):
    """The number of bits set in an integer's magnitude."""
    x = wide(x)
    count = 0
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + digits_of(x)):
        word = ld(x, i)
        word = rsub(word, rshr(word, 1) & 0x55555555)
        word = (word & 0x33333333) + (rshr(word, 2) & 0x33333333)
        word = radd(word, rshr(word, 4)) & 0x0F0F0F0F
        count += rshr(rmul(word, 0x01010101), 24)
    return count
