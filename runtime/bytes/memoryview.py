"""memoryview: a window on the bytes of a bytes or bytearray object.

The first dimension may have any step; further ones, which only a cast makes, are contiguous."""

MEMORYVIEW_OBJECT = 1
# The first byte; the number of items in the first dimension; the bytes from one to the next.
MEMORYVIEW_START = 2
MEMORYVIEW_LENGTH = 3
MEMORYVIEW_STEP = 4
MEMORYVIEW_READONLY = 5
# The format, and the bytes of an item.
MEMORYVIEW_FORMAT = 6
MEMORYVIEW_SIZE = 7
# The lengths of the further dimensions, a tuple.
MEMORYVIEW_INNER = 8
MEMORYVIEW_WORDS = 9


@builtin
class memoryview:
    def __new__(cls, object):
        value = payload_of(object)
        if is_a(value, memoryview):
            check_released(value)
            return part_view(value, 0, 1, ld(value, MEMORYVIEW_LENGTH))
        if not is_a(value, bytes) and not is_a(value, bytearray):
            name = type_name(object)
            raise TypeError(f"memoryview: a bytes-like object is required, not '{name}'")
        return new_view(value, not is_a(value, bytearray))

    @raw
    def __repr__(self):
        if ld(self, MEMORYVIEW_OBJECT) is None:
            return f"<released memory at {address_text(self)}>"
        return f"<memory at {address_text(self)}>"

    def __len__(self):
        check_released(self)
        return ld(self, MEMORYVIEW_LENGTH)

    def __getitem__(self, key, /):
        check_released(self)
        if is_a(key, slice):
            return slice_view(self, key)
        return unpacked_item(self, item_offset(self, key))

    def __setitem__(self, key, value, /):
        check_view_writable(self)
        if is_a(key, slice):
            if ld(self, MEMORYVIEW_INNER) is not ():
                raise NotImplementedError("memoryview slice assignments are currently restricted to ndim = 1")
            store_view(slice_view(self, key), value)
            return
        at = item_offset(self, key)
        data = packed_item(self, value)
        check_released(self)
        store_at(self, at, data)

    def __delitem__(self, key, /):
        check_view_writable(self)
        raise TypeError("cannot delete memory")

    def __iter__(self):
        check_released(self)
        if ld(self, MEMORYVIEW_INNER) is not ():
            raise NotImplementedError("multi-dimensional sub-views are not implemented")
        return iterate(memoryview_list(self))

    @raw
    def __eq__(self, value, /):
        return views_equal(self, value)

    def __hash__(self):
        check_released(self)
        if not ld(self, MEMORYVIEW_READONLY):
            raise ValueError("cannot hash writable memoryview object")
        letter = view_letter(self)
        if letter != 66 and letter != 98 and letter != 99:
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        if is_a(ld(self, MEMORYVIEW_OBJECT), bytearray):
            raise TypeError("unhashable type: 'bytearray'")
        return bytes_hash(memoryview_bytes(self))

    def __enter__(self):
        check_released(self)
        return self

    def __exit__(self, *args):
        release_view(self)

    def release(self, /):
        release_view(self)

    def tobytes(self, /, order="C"):
        if order is not None:
            check_order(self, order)
        return memoryview_bytes(self)

    def tolist(self, /):
        check_released(self)
        return memoryview_list(self)

    def hex(self, /, sep=END, bytes_per_sep=1):
        return bytes_hex(memoryview_bytes(self), sep, bytes_per_sep)

    def toreadonly(self, /):
        check_released(self)
        view = part_view(self, 0, 1, ld(self, MEMORYVIEW_LENGTH))
        st(view, MEMORYVIEW_READONLY, True)
        return view

    def cast(self, /, format, shape=END):
        check_released(self)
        return cast_view(self, format, shape)

    @property
    def obj(self):
        check_released(self)
        return ld(self, MEMORYVIEW_OBJECT)

    @property
    def nbytes(self):
        check_released(self)
        return view_bytes(self)

    @property
    def readonly(self):
        check_released(self)
        return ld(self, MEMORYVIEW_READONLY)

    @property
    def format(self):
        check_released(self)
        return ld(self, MEMORYVIEW_FORMAT)

    @property
    def itemsize(self):
        check_released(self)
        return ld(self, MEMORYVIEW_SIZE)

    @property
    def ndim(self):
        check_released(self)
        return 1 + ld(ld(self, MEMORYVIEW_INNER), TUPLE_LENGTH)

    @property
    def shape(self):
        check_released(self)
        return view_shape(self)

    @property
    def strides(self):
        check_released(self)
        return view_strides(self)

    @property
    def suboffsets(self):
        check_released(self)
        return ()

    @property
    def c_contiguous(self):
        check_released(self)
        return is_contiguous(self)

    @property
    def f_contiguous(self):
        check_released(self)
        return is_contiguous(self) and has_one_dimension(self)

    @property
    def contiguous(self):
        check_released(self)
        return is_contiguous(self)


def new_view(value, is_readonly):
    """A view of all bytes of a BYTES or BYTEARRAY."""
    view = alloc(memoryview, MEMORYVIEW_WORDS)
    st(view, MEMORYVIEW_OBJECT, value)
    st(view, MEMORYVIEW_START, 0)
    st(view, MEMORYVIEW_LENGTH, ld(value, BYTES_LENGTH))
    st(view, MEMORYVIEW_STEP, 1)
    st(view, MEMORYVIEW_READONLY, is_readonly)
    st(view, MEMORYVIEW_FORMAT, "B")
    st(view, MEMORYVIEW_SIZE, 1)
    st(view, MEMORYVIEW_INNER, ())
    begin_export(value)
    return view


def slice_view(view, key):
    """A view of what a slice selects, whose bounds may be asked for by user code."""
    slice_unpack(key)
    check_released(view)
    slice_adjust(ld(view, MEMORYVIEW_LENGTH))
    return part_view(view, slice_start, slice_step, slice_length)


def part_view(view, start, step, length):
    """A view of a slice of a view."""
    stride = ld(view, MEMORYVIEW_STEP)
    part = alloc(memoryview, MEMORYVIEW_WORDS)
    copy_words(view, MEMORYVIEW_OBJECT, part, MEMORYVIEW_OBJECT, MEMORYVIEW_WORDS - MEMORYVIEW_OBJECT)
    st(part, MEMORYVIEW_START, ld(view, MEMORYVIEW_START) + start * stride)
    st(part, MEMORYVIEW_LENGTH, length)
    st(part, MEMORYVIEW_STEP, step * stride)
    begin_export(ld(view, MEMORYVIEW_OBJECT))
    return part


def check_order(view, order):
    """Refuses an argument of tobytes()."""
    text = payload_of(order)
    if not is_a(text, STR):
        raise TypeError(f"tobytes() argument 'order' must be str or None, not {type_name(order)}")
    if str_equal(text, "F"):
        if not has_one_dimension(view):
            raise NotImplementedError("tobytes('F') of more than one dimension")
    elif not str_equal(text, "C") and not str_equal(text, "A"):
        raise ValueError("order must be 'C', 'F' or 'A'")


def release_view(view):
    """Ends a view."""
    value = ld(view, MEMORYVIEW_OBJECT)
    if value is not None:
        st(view, MEMORYVIEW_OBJECT, None)
        end_export(value)


def check_released(view):
    """Refuses a view that was released."""
    if ld(view, MEMORYVIEW_OBJECT) is None:
        raise ValueError("operation forbidden on released memoryview object")


def check_view_writable(view):
    """Refuses a view that cannot be changed."""
    check_released(view)
    if ld(view, MEMORYVIEW_READONLY):
        raise TypeError("cannot modify read-only memory")


def view_bytes(view):
    """The number of bytes that a view shows."""
    return ld(view, MEMORYVIEW_LENGTH) * row_bytes(view)


def row_bytes(view):
    """The bytes of what one index of the first dimension shows."""
    count = ld(view, MEMORYVIEW_SIZE)
    inner = ld(view, MEMORYVIEW_INNER)
    for i in range(ld(inner, TUPLE_LENGTH)):
        count = count * ld(inner, TUPLE_ITEMS + i)
    return count


def is_contiguous(view):
    """True if the bytes follow one another."""
    return ld(view, MEMORYVIEW_LENGTH) < 2 or ld(view, MEMORYVIEW_STEP) == row_bytes(view)


def has_one_dimension(view):
    """True if at most one dimension has more than one item."""
    shape = view_shape(view)
    count = 0
    for i in range(ld(shape, TUPLE_LENGTH)):
        if ld(shape, TUPLE_ITEMS + i) != 1:
            count += 1
    return count < 2


def view_shape(view):
    """The items of each dimension, a tuple."""
    inner = ld(view, MEMORYVIEW_INNER)
    shape = new_tuple(ld(inner, TUPLE_LENGTH) + 1)
    st(shape, TUPLE_ITEMS, ld(view, MEMORYVIEW_LENGTH))
    copy_words(inner, TUPLE_ITEMS, shape, TUPLE_ITEMS + 1, ld(inner, TUPLE_LENGTH))
    return shape


def view_strides(view):
    """The bytes between items of each dimension, a tuple."""
    inner = ld(view, MEMORYVIEW_INNER)
    count = ld(inner, TUPLE_LENGTH)
    strides = new_tuple(count + 1)
    stride = ld(view, MEMORYVIEW_SIZE)
    while count:
        st(strides, TUPLE_ITEMS + count, stride)
        count -= 1
        stride = stride * ld(inner, TUPLE_ITEMS + count)
    st(strides, TUPLE_ITEMS, ld(view, MEMORYVIEW_STEP))
    return strides


def item_offset(view, key):
    """Where the item is that a key of the view means: an index, or a tuple of them."""
    inner = ld(view, MEMORYVIEW_INNER)
    if is_index(key):
        if inner is not ():
            raise NotImplementedError("multi-dimensional sub-views are not implemented")
        return ld(view, MEMORYVIEW_START) + checked_index(view, key, ld(view, MEMORYVIEW_LENGTH), 1) * ld(view, MEMORYVIEW_STEP)
    if tag(key) != TUPLE:
        raise TypeError("memoryview: invalid slice key")
    count = ld(key, TUPLE_LENGTH)
    dimensions = 1 + ld(inner, TUPLE_LENGTH)
    slices = 0
    for i in range(count):
        if is_a(ld(key, TUPLE_ITEMS + i), slice):
            slices += 1
        elif not is_index(ld(key, TUPLE_ITEMS + i)):
            raise TypeError("memoryview: invalid slice key")
    if slices:
        if slices == count:
            raise NotImplementedError("multi-dimensional slicing is not implemented")
        raise TypeError("memoryview: invalid slice key")
    if count < dimensions:
        raise NotImplementedError("sub-views are not implemented")
    if count > dimensions:
        raise TypeError(f"cannot index {int_to_string(dimensions)}-dimension view with {int_to_string(count)}-element tuple")
    strides = view_strides(view)
    at = ld(view, MEMORYVIEW_START)
    length = ld(view, MEMORYVIEW_LENGTH)
    for i in range(count):
        if i:
            length = ld(inner, TUPLE_ITEMS + i - 1)
        at += checked_index(view, ld(key, TUPLE_ITEMS + i), length, i + 1) * ld(strides, TUPLE_ITEMS + i)
    return at


def checked_index(view, key, length, dimension):
    """An index of a dimension, from its beginning."""
    index = index_of(key)
    check_released(view)
    if tag(index) == BIGINT and beyond_index(index):
        raise IndexError("cannot fit 'int' into an index-sized integer")
    index = slice_index(index)
    if index < 0:
        index += length
    if index < 0 or index >= length:
        raise IndexError(f"index out of bounds on dimension {int_to_string(dimension)}")
    return index


def memoryview_bytes(view):
    """The BYTES that a view shows."""
    check_released(view)
    row = row_bytes(view)
    step = ld(view, MEMORYVIEW_STEP)
    at = ld(view, MEMORYVIEW_START)
    length = ld(view, MEMORYVIEW_LENGTH)
    if step == row:
        # One piece.
        row = row * length
        length = 1
    data = new_bytes(ld(view, MEMORYVIEW_LENGTH) * row_bytes(view))
    value = ld(view, MEMORYVIEW_OBJECT)
    to = TEXT_BYTES
    for _ in range(length):
        if is_a(value, bytearray):
            copy_bytes(data, to, ld(value, BYTEARRAY_STORAGE), STORAGE_BYTES + at, row)
        else:
            copy_bytes(data, to, value, TEXT_BYTES + at, row)
        to += row
        at += step
    return data


def memoryview_list(view):
    """The list of the items that a view shows."""
    return rows_list(view, ld(view, MEMORYVIEW_START), ld(view, MEMORYVIEW_LENGTH), 0)


def rows_list(view, at, length, depth):
    """The list of a dimension from an offset on."""
    strides = view_strides(view)
    stride = ld(strides, TUPLE_ITEMS + depth)
    items = new_list(0)
    for _ in range(length):
        if depth + 1 < ld(strides, TUPLE_LENGTH):
            list_append(items, rows_list(view, at, ld(ld(view, MEMORYVIEW_INNER), TUPLE_ITEMS + depth), depth + 1))
        else:
            list_append(items, unpacked_item(view, at))
        at += stride
    return items


def store_at(view, at, data):
    """Stores BYTES at an offset of the viewed bytearray."""
    for i in range(ld(data, BYTES_LENGTH)):
        set_byte(ld(view, MEMORYVIEW_OBJECT), at + i, char_at(data, i))


def store_view(view, value):
    """Stores what an object shows, which has to have the same structure, where a view shows."""
    data = bytes_like(value)
    other = payload_of(value)
    letter = 66
    inner = ()
    if is_a(other, memoryview):
        letter = view_letter(other)
        inner = ld(other, MEMORYVIEW_INNER)
    if view_letter(view) != letter or inner is not () or ld(data, BYTES_LENGTH) != view_bytes(view):
        raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
    size = ld(view, MEMORYVIEW_SIZE)
    at = ld(view, MEMORYVIEW_START)
    for i in range(ld(view, MEMORYVIEW_LENGTH)):
        store_at(view, at, text_slice(data, i * size, (i + 1) * size, 1, size))
        at += ld(view, MEMORYVIEW_STEP)


def views_equal(view, value):
    """view == value: of equal shapes and with equal items."""
    if ld(view, MEMORYVIEW_OBJECT) is None:
        return view is value
    other = payload_of(value)
    if is_a(other, memoryview):
        if ld(other, MEMORYVIEW_OBJECT) is None:
            return False
    elif is_a(other, bytes) or is_a(other, bytearray):
        other = new_view(other, True)
    else:
        return NotImplemented
    result = shown_equal(view, other)
    if other is not payload_of(value):
        release_view(other)
    return result


def shown_equal(view, other):
    """True for views of equal shapes and with equal items."""
    if ld(view, MEMORYVIEW_LENGTH) != ld(other, MEMORYVIEW_LENGTH):
        return False
    if not equals(ld(view, MEMORYVIEW_INNER), ld(other, MEMORYVIEW_INNER)):
        return False
    if view_letter(view) == 66 and view_letter(other) == 66:
        return bytes_equal(memoryview_bytes(view), memoryview_bytes(other))
    return equals(memoryview_list(view), memoryview_list(other))
