"""Bytes: their storage, and what bytes, bytearray and memoryview share.

`bytes` has the layout of a string with one byte per item. A bytearray's bytes are packed
into a separate storage. Most of what a bytearray does, it does with a copy of its bytes
(`bytes_of`), so that the code for text serves it too."""

STORAGE_BYTES = STORAGE_ITEMS * 4


def new_bytes(length):
    """Bytes that are all zero. They are RAW words until stored."""
    if length > TEXT_MAX:
        raise MemoryError
    data = alloc(bytes, STR_CHARS + (length + 3 >> 2))
    st(data, BYTES_LENGTH, length)
    st(data, BYTES_HASH, 0)
    return data


def zero_bytes(length):
    """Bytes that are all zero."""
    data = new_bytes(length)
    zero_words(data, BYTES_DATA, BYTES_DATA + (length + 3 >> 2))
    return data


def bytes_of(value):
    """The BYTES of a bytes-like object (of one that can change: a copy), else END."""
    if tag(value) == OBJECT:
        value = payload_of(value)
    if is_a(value, bytes):
        return value
    if is_a(value, bytearray):
        length = ld(value, BYTEARRAY_LENGTH)
        data = new_bytes(length)
        copy_bytes(data, TEXT_BYTES, ld(value, BYTEARRAY_STORAGE), STORAGE_BYTES, length)
        return data
    if is_a(value, memoryview):
        return memoryview_bytes(value)
    return END


def bytes_like(value):
    """The BYTES of an argument that must be a bytes-like object."""
    data = bytes_of(value)
    if data is END:
        raise TypeError(f"a bytes-like object is required, not '{type_name(value)}'")
    return data


def byte_at(value, index):
    """The byte at a valid index of a BYTES or BYTEARRAY."""
    if is_a(value, bytearray):
        word = ld(ld(value, BYTEARRAY_STORAGE), STORAGE_ITEMS + (index >> 2))
    else:
        word = ld(value, BYTES_DATA + (index >> 2))
    return word >> ((index & 3) << 3) & 0xFF


def bytes_subscript(value, key):
    """value[key], for an index or a slice."""
    if is_a(key, slice):
        slice_bounds(key, value)
        return bytes_slice(value, slice_start, slice_stop, slice_step, slice_length)
    return byte_at(value, byte_index(value, key))


def byte_index(value, key):
    """A key as an index from 0 to the length."""
    if tag(key) != INT:
        if not is_index(key):
            kind = "byte"
            if is_a(value, bytearray):
                kind = "bytearray"
            raise TypeError(f"{kind} indices must be integers or slices, not {type_name(key)}")
        key = index_of(key)
        if tag(key) == BIGINT and beyond_index(key):
            raise IndexError("cannot fit 'int' into an index-sized integer")
        key = slice_index(key)
    length = ld(value, BYTES_LENGTH)
    if key < 0:
        key += length
    if key < 0 or key >= length:
        if is_a(value, bytearray):
            raise IndexError("bytearray index out of range")
        raise IndexError("index out of range")
    return key


def same_kind(value, data):
    """The BYTES as a bytearray, if that is what value is."""
    if is_a(value, bytearray):
        return bytearray_from(data)
    return data


def bytes_equal(a, b):
    """Whether two BYTES or BYTEARRAYs have equal bytes."""
    if ld(a, BYTES_LENGTH) != ld(b, BYTES_LENGTH):
        return False
    a = bytes_of(a)
    b = bytes_of(b)
    for i in range(BYTES_DATA, BYTES_DATA + (ld(a, BYTES_LENGTH) + 3 >> 2)):
        if ld(a, i) != ld(b, i):
            return False
    return True


def bytes_compare(a, b):
    """Negative, zero or positive, as a is less than, equal to or greater than b."""
    return str_compare(bytes_of(a), bytes_of(b))


def bytes_hash(data):
    """The hash of BYTES."""
    hashed = ld(data, BYTES_HASH)
    if hashed:
        return hashed
    length = ld(data, BYTES_LENGTH)
    hashed = hash_words(data, BYTES_DATA, length + 3 >> 2, length)
    st(data, BYTES_HASH, hashed)
    return hashed


def bytes_concat(a, b):
    """a + b; the result is what a is."""
    data = bytes_of(b)
    if data is END:
        kind = "bytes"
        if is_a(a, bytearray):
            kind = "bytearray"
        raise TypeError(f"can't concat {type_name(b)} to {kind}")
    return same_kind(a, bytes_joined(bytes_of(a), data))


def bytes_joined(a, b):
    """The concatenation of two BYTES."""
    first = ld(a, BYTES_LENGTH)
    second = ld(b, BYTES_LENGTH)
    if second == 0:
        return a
    if first == 0:
        return b
    data = new_bytes(first + second)
    copy_bytes(data, TEXT_BYTES, a, TEXT_BYTES, first)
    copy_bytes(data, TEXT_BYTES + first, b, TEXT_BYTES, second)
    return data


def bytes_repeat(value, count):
    """value * count"""
    data = bytes_of(value)
    count = repeat_count(count, ld(data, BYTES_LENGTH))
    if count <= 0:
        return same_kind(value, new_bytes(0))
    if count > 1:
        data = repeated(data, count)
    return same_kind(value, data)


def bytes_slice(value, start, stop, step, length):
    """value[start:stop:step], which has `length` bytes."""
    data = bytes_of(value)
    if length == 0:
        return same_kind(value, new_bytes(0))
    return same_kind(value, text_slice(data, start, stop, step, length))


def bytes_contains(value, sought):
    """sought in value: a byte, or bytes."""
    part = bytes_of(sought)
    if part is END:
        code = index_or_end(sought)
        if code is END:
            raise TypeError(f"a bytes-like object is required, not '{type_name(sought)}'")
        part = one_byte(byte_value(code, "byte must be in range(0, 256)"))
    data = bytes_of(value)
    return text_find(data, part, 0, ld(data, BYTES_LENGTH)) >= 0


def sought_bytes(value):
    """The BYTES that are to be found: those of an object, or the one byte that an integer
    is."""
    part = bytes_of(value)
    if part is not END:
        return part
    if not is_index(value):
        raise TypeError(f"argument should be integer or bytes-like object, not '{type_name(value)}'")
    return one_byte(byte_value(value, "byte must be in range(0, 256)"))


def one_byte(byte):
    """BYTES of one byte."""
    part = new_bytes(1)
    st(part, BYTES_DATA, byte)
    return part


def byte_value(value, message):
    """An integer from 0 to 255; for other integers an error with this message."""
    value = index_of(value)
    if tag(value) == BIGINT or value < 0 or value > 255:
        raise ValueError(message)
    return value + 0


def bytes_from_ints(iterable, kind):
    """The BYTES of the integers of an iterable."""
    builder = new_builder()
    if not is_iterable(iterable):
        raise TypeError(f"cannot convert '{type_name(iterable)}' object to {kind}")
    too_large = "byte must be in range(0, 256)"
    if str_equal(kind, "bytes"):
        too_large = "bytes must be in range(0, 256)"
    iterator = iterate(iterable)
    item = iternext(iterator)
    while item is not END:
        put_char(builder, byte_value(item, too_large))
        item = iternext(iterator)
    return built_bytes(builder)


def built_bytes(builder):
    """The BYTES of all characters, below 256, that were appended to a builder."""
    length = ld(builder, BUILDER_LENGTH)
    data = new_bytes(length)
    copy_bytes(data, TEXT_BYTES, ld(builder, BUILDER_TEXT), TEXT_BYTES, length)
    return data


def bytes_from(source, encoding, errors, kind):
    """The BYTES that bytes() or bytearray() makes from its arguments."""
    text = string_of(source)
    if text is not END:
        if encoding is None:
            raise TypeError("string argument without an encoding")
        return str_encode(text, encoding, errors)
    if encoding is not None:
        raise TypeError("encoding without a string argument")
    if errors is not None:
        raise TypeError("errors without a string argument")
    data = bytes_of(source)
    if data is not END:
        return data
    # What has no usable __index__ may be iterable.
    count = index_or_end(source)
    if count is not END:
        if tag(count) == BIGINT:
            if beyond_index(count):
                raise OverflowError("cannot fit 'int' into an index-sized integer")
            count = slice_index(count)
        if count < 0:
            raise ValueError("negative count")
        return zero_bytes(count + 0)
    return bytes_from_ints(source, kind)


def bytes_repr(data):
    """repr() of BYTES."""
    builder = new_builder()
    put_char(builder, 98)
    quote = quote_for(data)
    put_quoted(builder, data, quote, quote)
    return built(builder)


def bytes_mod(format, args):
    """format % args, of bytes or a bytearray."""
    return same_kind(format, built_bytes(percent_format(bytes_of(format), args)))


def percent_bytes(value):
    """The BYTES that %s or %b writes."""
    data = bytes_of(value)
    if data is not END:
        return data
    data = bytes_by_method(value)
    if data is END:
        raise TypeError(
            "%b requires a bytes-like object, or an object that implements __bytes__, "
            f"not '{type_name(value)}'"
        )
    return payload_of(data)


def byte_code(value):
    """The byte that %c writes."""
    data = bytes_of(value)
    if data is not END:
        if ld(data, BYTES_LENGTH) == 1:
            return char_at(data, 0)
        code = END
    else:
        code = index_or_end(value)
    if code is not END:
        if tag(code) == BIGINT or code < 0 or code > 255:
            raise OverflowError("%c arg not in range(256)")
        return code + 0
    raise TypeError("%c requires an integer in range(256) or a single byte")
