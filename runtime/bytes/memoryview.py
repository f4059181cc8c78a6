"""memoryview: a window on the bytes of a bytes or bytearray object, format B."""

MEMORYVIEW_OBJECT = 1
MEMORYVIEW_START = 2
MEMORYVIEW_LENGTH = 3
MEMORYVIEW_STEP = 4
MEMORYVIEW_WORDS = 5


@builtin
class memoryview:
    def __new__(cls, object):
        value = payload_of(object)
        if is_a(value, memoryview):
            check_released(value)
            length = ld(value, MEMORYVIEW_LENGTH)
            return part_view(value, 0, 1, length)
        if not is_a(value, bytes) and not is_a(value, bytearray):
            name = type_name(object)
            raise TypeError(f"memoryview: a bytes-like object is required, not '{name}'")
        return new_view(value, 0, ld(value, BYTES_LENGTH), 1)

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
            slice_bounds(key, ld(self, MEMORYVIEW_LENGTH))
            return part_view(self, slice_start, slice_step, slice_length)
        return view_byte(self, view_index(self, key))

    def __setitem__(self, key, value, /):
        check_released(self)
        array = ld(self, MEMORYVIEW_OBJECT)
        if not is_a(array, bytearray):
            raise TypeError("cannot modify read-only memory")
        if is_a(key, slice):
            slice_bounds(key, ld(self, MEMORYVIEW_LENGTH))
            store_bytes(part_view(self, slice_start, slice_step, slice_length), value)
            return
        index = view_index(self, key)
        if not is_index(value):
            raise TypeError("memoryview: invalid type for format 'B'")
        set_byte(array, index, byte_value(value, "memoryview: invalid value for format 'B'"))

    def __iter__(self):
        return iterate(memoryview_list(self))

    def __eq__(self, value, /):
        data = bytes_of(value)
        if data is END:
            return NotImplemented
        return bytes_equal(memoryview_bytes(self), data)

    def __hash__(self):
        if is_a(ld(self, MEMORYVIEW_OBJECT), bytearray):
            raise ValueError("cannot hash writable memoryview object")
        return bytes_hash(memoryview_bytes(self))

    def __enter__(self):
        check_released(self)
        return self

    def __exit__(self, *args):
        st(self, MEMORYVIEW_OBJECT, None)

    def release(self, /):
        st(self, MEMORYVIEW_OBJECT, None)

    def tobytes(self, /, order="C"):
        return memoryview_bytes(self)

    def tolist(self, /):
        return memoryview_list(self)

    def hex(self, /, sep=END, bytes_per_sep=1):
        return bytes_hex(memoryview_bytes(self), sep, bytes_per_sep)

    def toreadonly(self, /):
        return memoryview(memoryview_bytes(self))

    @property
    def obj(self):
        check_released(self)
        return ld(self, MEMORYVIEW_OBJECT)

    @property
    def nbytes(self):
        check_released(self)
        return ld(self, MEMORYVIEW_LENGTH)

    @property
    def readonly(self):
        check_released(self)
        return not is_a(ld(self, MEMORYVIEW_OBJECT), bytearray)

    @property
    def format(self):
        return "B"

    @property
    def itemsize(self):
        return 1

    @property
    def ndim(self):
        return 1

    @property
    def shape(self):
        check_released(self)
        return (ld(self, MEMORYVIEW_LENGTH),)

    @property
    def strides(self):
        check_released(self)
        return (ld(self, MEMORYVIEW_STEP),)

    @property
    def contiguous(self):
        check_released(self)
        return ld(self, MEMORYVIEW_STEP) == 1


def new_view(value, start, length, step):
    """A view of `length` bytes of a BYTES or BYTEARRAY, from start on in steps of step."""
    view = alloc(memoryview, MEMORYVIEW_WORDS)
    st(view, MEMORYVIEW_OBJECT, value)
    st(view, MEMORYVIEW_START, start)
    st(view, MEMORYVIEW_LENGTH, length)
    st(view, MEMORYVIEW_STEP, step)
    return view


def part_view(view, start, step, length):
    """A view of a slice of a view."""
    stride = ld(view, MEMORYVIEW_STEP)
    first = ld(view, MEMORYVIEW_START) + start * stride
    return new_view(ld(view, MEMORYVIEW_OBJECT), first, length, step * stride)


def check_released(view):
    """Refuses a view that was released."""
    if ld(view, MEMORYVIEW_OBJECT) is None:
        raise ValueError("operation forbidden on released memoryview object")


def view_index(view, key):
    """The index in the viewed object that a key of the view means."""
    if not is_index(key):
        raise TypeError("memoryview: invalid slice key")
    index = slice_index(index_of(key))
    length = ld(view, MEMORYVIEW_LENGTH)
    if index < 0:
        index += length
    if index < 0 or index >= length:
        raise IndexError("index out of bounds on dimension 1")
    return ld(view, MEMORYVIEW_START) + index * ld(view, MEMORYVIEW_STEP)


def view_byte(view, at):
    """The byte of the viewed object at an index, which a bytearray may have lost."""
    value = ld(view, MEMORYVIEW_OBJECT)
    if at >= ld(value, BYTES_LENGTH):
        raise IndexError("the bytearray that is viewed became shorter")
    return byte_at(value, at)


def memoryview_bytes(view):
    """The BYTES that a view shows."""
    check_released(view)
    length = ld(view, MEMORYVIEW_LENGTH)
    step = ld(view, MEMORYVIEW_STEP)
    at = ld(view, MEMORYVIEW_START)
    data = new_bytes(length)
    for i in range(length):
        set_char(data, i, view_byte(view, at))
        at += step
    return data


def memoryview_list(view):
    """The list of the bytes that a view shows."""
    data = memoryview_bytes(view)
    length = ld(view, MEMORYVIEW_LENGTH)
    items = new_list(length)
    for i in range(length):
        st(ld(items, LIST_STORAGE), STORAGE_ITEMS + i, char_at(data, i))
    return items


def store_bytes(view, value):
    """Stores bytes of an equal number to what a view shows."""
    data = bytes_like(value)
    length = ld(view, MEMORYVIEW_LENGTH)
    if ld(data, BYTES_LENGTH) != length:
        raise ValueError(
            "memoryview assignment: lvalue and rvalue have different structures"
        )
    at = ld(view, MEMORYVIEW_START)
    for i in range(length):
        set_byte(ld(view, MEMORYVIEW_OBJECT), at, char_at(data, i))
        at += ld(view, MEMORYVIEW_STEP)
