"""The items of a memoryview: their formats, which are those of the module struct."""

ITEM_FORMATS = "cbB?hHilqnILQNPfd"
ITEM_SIZES = (1, 1, 1, 1, 2, 2, 4, 8, 8, 8, 4, 8, 8, 8, 8, 4, 8)


def view_letter(view):
    """The letter of a view's format."""
    text = ld(view, MEMORYVIEW_FORMAT)
    return char_at(text, ld(text, STR_LENGTH) - 1)


def format_size(text):
    """The bytes of an item of a format: one letter, perhaps behind @; 0 if it is none."""
    length = ld(text, STR_LENGTH)
    if length == 2 and char_at(text, 0) == 64:
        text = text_slice(text, 1, 2, 1, 1)
        length = 1
    if length != 1:
        return 0
    at = text_find(ITEM_FORMATS, text, 0, ld(ITEM_FORMATS, STR_LENGTH))
    if at < 0:
        return 0
    return ITEM_SIZES[at]


def item_bytes(view, at):
    """The BYTES of the item at an offset."""
    size = ld(view, MEMORYVIEW_SIZE)
    data = new_bytes(size)
    value = ld(view, MEMORYVIEW_OBJECT)
    if is_a(value, bytearray):
        copy_bytes(data, TEXT_BYTES, ld(value, BYTEARRAY_STORAGE), STORAGE_BYTES + at, size)
    else:
        copy_bytes(data, TEXT_BYTES, value, TEXT_BYTES + at, size)
    return data


def unpacked_item(view, at):
    """The item at an offset."""
    letter = view_letter(view)
    if letter == 66:
        return byte_at(ld(view, MEMORYVIEW_OBJECT), at)
    data = item_bytes(view, at)
    if letter == 99:
        return data
    if letter == 63:
        return char_at(data, 0) != 0
    if is_float_letter(letter):
        return unpack_float(data, False)
    return int_from_bytes(data, "little", is_signed_letter(letter))


def packed_item(view, value):
    """The BYTES of a value in a view's format."""
    letter = view_letter(view)
    size = ld(view, MEMORYVIEW_SIZE)
    if letter == 99:
        if not is_a(value, bytes):
            refuse_item(view, "type")
        if ld(value, BYTES_LENGTH) != 1:
            refuse_item(view, "value")
        return value
    if letter == 63:
        return one_byte(radd(truth(value), 0))
    try:
        if is_float_letter(letter):
            data = pack_float(value, size, False)
            if data is None:
                data = words_as_bytes(high_word(real_argument(value)) & SIGN | SINGLE_INFINITY, 0, 4, False)
            return data
        value = index_of(value)
        return int_to_bytes(value, size, "little", is_signed_letter(letter) or letter == 80 and is_negative(value))
    except TypeError:
        pass
    except OverflowError:
        refuse_item(view, "value")
    refuse_item(view, "type")


SINGLE_INFINITY = 0x7F800000


def refuse_item(view, what):
    """Raises for a value that the format does not take: for its type or its value."""
    message = f"memoryview: invalid {what} for format '{ld(view, MEMORYVIEW_FORMAT)}'"
    if str_equal(what, "type"):
        raise TypeError(message)
    raise ValueError(message)


def is_float_letter(letter):
    """True for f and d."""
    return letter == 100 or letter == 102


def is_signed_letter(letter):
    """True for b, h, i, l, n and q."""
    return letter == 98 or letter == 104 or letter == 105 or letter == 108 or letter == 110 or letter == 113


def cast_view(view, format, shape):
    """view.cast(format, shape): the same bytes as other items."""
    text = payload_of(format)
    if not is_a(text, STR):
        raise TypeError(f"cast() argument 'format' must be str, not {type_name(format)}")
    inner = ld(view, MEMORYVIEW_INNER)
    if not is_contiguous(view):
        raise TypeError("memoryview: casts are restricted to C-contiguous views")
    if (shape is not END or inner is not ()) and view_bytes(view) == 0:
        raise TypeError("memoryview: cannot cast view with zeros in shape or strides")
    if shape is not END:
        shape = shape_items(shape)
        if inner is not () and ld(shape, TUPLE_LENGTH) != 1:
            raise TypeError("memoryview: cast must be 1D -> ND or ND -> 1D")
    size = format_size(text)
    if size == 0:
        raise ValueError(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'"
        )
    if not is_byte_letter(view_letter(view)) and not is_byte_letter(char_at(text, ld(text, STR_LENGTH) - 1)):
        raise TypeError("memoryview: cannot cast between two non-byte formats")
    count = view_bytes(view)
    if count % size:
        raise TypeError("memoryview: length is not a multiple of itemsize")
    result = part_view(view, 0, 1, count // size)
    st(result, MEMORYVIEW_STEP, size)
    st(result, MEMORYVIEW_FORMAT, text)
    st(result, MEMORYVIEW_SIZE, size)
    st(result, MEMORYVIEW_INNER, ())
    if shape is not END:
        shape_view(result, shape)
    return result


def is_byte_letter(letter):
    """True for b, B and c."""
    return letter == 98 or letter == 66 or letter == 99


def shape_items(shape):
    """A cast's shape as a tuple of positive integers."""
    if not is_a(shape, LIST) and not is_a(shape, TUPLE):
        raise TypeError("shape must be a list or a tuple")
    items = list_to_tuple(list_of(shape))
    if ld(items, TUPLE_LENGTH) == 0:
        raise NotImplementedError("a memoryview without dimensions")
    for i in range(ld(items, TUPLE_LENGTH)):
        length = ld(items, TUPLE_ITEMS + i)
        if tag(length) != INT and tag(length) != BOOL:
            raise TypeError("memoryview.cast(): elements of shape must be integers")
        if length <= 0:
            raise ValueError("memoryview.cast(): elements of shape must be integers > 0")
    return items


def shape_view(view, shape):
    """Gives a view of one dimension those of a cast."""
    count = view_bytes(view)
    st(view, MEMORYVIEW_LENGTH, radd(ld(shape, TUPLE_ITEMS), 0))
    rest = new_tuple(ld(shape, TUPLE_LENGTH) - 1)
    for i in range(ld(rest, TUPLE_LENGTH)):
        st(rest, TUPLE_ITEMS + i, radd(ld(shape, TUPLE_ITEMS + 1 + i), 0))
    if ld(rest, TUPLE_LENGTH):
        st(view, MEMORYVIEW_INNER, rest)
    st(view, MEMORYVIEW_STEP, row_bytes(view))
    if view_bytes(view) != count:
        release_view(view)
        raise TypeError("memoryview: product(shape) * itemsize != buffer size")
