"""Integers in the bases 2, 8 and 16, and as bytes."""


def radix_digits(x, bits, letters):
    """An integer's magnitude in base 2 to the power of bits; letters is the code of the digit 10
    less 10."""
    length = (int_bit_length(x) + bits - 1) // bits
    if length == 0:
        length = 1
    x = wide(x)
    count = digits_of(x)
    text = ascii_string(length)
    mask = (1 << bits) - 1
    position = 0
    while length > 0:
        length -= 1
        k = position >> 5
        offset = position & 31
        digit = 0
        if k < count:
            digit = rshr(ld(x, BIGINT_DIGITS + k), offset)
            if offset + bits > 32 and k + 1 < count:
                digit = digit | rshl(ld(x, BIGINT_DIGITS + k + 1), 32 - offset)
        digit = digit & mask
        if digit > 9:
            put_ascii(text, length, letters + digit)
        else:
            put_ascii(text, length, 48 + digit)
        position += bits
    return text


@builtin
def bin(number, /):
    """An integer in base 2."""
    return with_prefix(index_of(number), "0b", "-0b", 1)


@builtin
def oct(number, /):
    """An integer in base 8."""
    return with_prefix(index_of(number), "0o", "-0o", 3)


@builtin
def hex(number, /):
    """An integer in base 16."""
    return with_prefix(index_of(number), "0x", "-0x", 4)


def with_prefix(x, prefix, negative_prefix, bits):
    """An integer in base 2 to the power of bits, after a prefix."""
    if is_negative(x):
        prefix = negative_prefix
    return concat(prefix, radix_digits(x, bits, 87))


def int_to_bytes(x, length, order, signed):
    """int.to_bytes."""
    length = index_of(length)
    big = is_big_order(order, "to_bytes")
    if is_negative(length):
        raise ValueError("length argument must be non-negative")
    if tag(length) == BIGINT:
        raise OverflowError("Python int too large to convert to C ssize_t")
    negative = is_negative(x)
    if negative and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    bits = int_bit_length(x)
    if signed:
        # The magnitude of a negative number may be a power of two.
        if negative:
            bits = int_bit_length(int_invert(x))
        bits += 1
    if bits > length << 3 and not (signed and length == 0 and x is ZERO):
        raise OverflowError("int too big to convert")
    words = length + 3 >> 2
    digits = complement_digits(wide(x), longer_count(words, wide(x)))
    result = new_bytes(length)
    for i in range(words):
        st(result, BYTES_DATA + i, 0)
    for i in range(length):
        byte = rshr(ld(digits, BIGINT_DIGITS + (i >> 2)), (i & 3) << 3) & 255
        at = i
        if big:
            at = length - 1 - i
        word = BYTES_DATA + (at >> 2)
        st(result, word, ld(result, word) | rshl(byte, (at & 3) << 3))
    return result


def longer_count(count, x):
    """The larger one of a count and a wide integer's number of digits."""
    if digits_of(x) > count:
        return digits_of(x)
    return count


def is_big_order(order, name):
    """True for the byte order "big", False for "little"."""
    text = payload_of(order)
    if is_a(text, str):
        if str_equal(text, "big"):
            return True
        if str_equal(text, "little"):
            return False
        raise ValueError("byteorder must be either 'little' or 'big'")
    raise TypeError(f"{name}() argument 'byteorder' must be str, not {type_name(order)}")


def int_from_bytes(data, order, signed):
    """int.from_bytes of a bytes object."""
    big = is_big_order(order, "from_bytes")
    length = ld(data, BYTES_LENGTH)
    if length == 0:
        return 0
    words = length + 3 >> 2
    digits = new_wide(words)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + words):
        st(digits, i, 0)
    byte = 0
    for i in range(length):
        at = i
        if big:
            at = length - 1 - i
        byte = byte_at(data, at)
        word = BIGINT_DIGITS + (i >> 2)
        st(digits, word, ld(digits, word) | rshl(byte, (i & 3) << 3))
    value = finish(digits, words, False)
    if signed and byte > 127:
        return int_sub(value, int_lshift(1, length << 3))
    return value
