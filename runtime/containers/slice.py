"""slice, and the indices that slices and integers select."""

SLICE_START = 1
SLICE_STOP = 2
SLICE_STEP = 3
SLICE_WORDS = 4

# Beyond any length: what a large index is cut to.
LARGE_INDEX = 0x3FFFFFFF

slice_start = None
slice_stop = None
slice_step = None
slice_length = None


def new_slice(start, stop, step):
    """start:stop:step"""
    result = alloc(slice, SLICE_WORDS)
    st(result, SLICE_START, start)
    st(result, SLICE_STOP, stop)
    st(result, SLICE_STEP, step)
    return result


def index_of(x):
    """An integer by __index__, of any size."""
    kind = tag(x)
    if kind == INT or kind == BIGINT:
        return x
    if kind == BOOL:
        return radd(x, 0)
    value = payload_of(x)
    if tag(value) == INT or tag(value) == BIGINT:
        return value
    value = index_by_method(x)
    if value is END:
        raise TypeError(f"'{type_name(x)}' object cannot be interpreted as an integer")
    return value


def index_or_end(x):
    """An integer by __index__; END if that raises TypeError, or if there is none."""
    if not has_index(x):
        return END
    try:
        return index_of(x)
    except TypeError:
        return END


@builtin(module="_operator", name="index")
def operator_index(a, /):
    """operator.index"""
    return index_of(a)


def has_index(x):
    """True if index_of() takes it."""
    kind = tag(x)
    if kind == INT or kind == BOOL or kind == BIGINT:
        return True
    return has_method(x, "__index__")


def small_index(x):
    """An index as an INT; a larger one cannot be a sequence's, but has to have 64 bits."""
    value = index_of(x)
    if tag(value) == INT:
        return value
    if not fits_64_bits(value):
        raise IndexError(f"cannot fit '{type_name(x)}' into an index-sized integer")
    if ld(value, BIGINT_SIZE) < 0:
        return -LARGE_INDEX
    return LARGE_INDEX


def cut_index(x):
    """An index as an INT whose size is at most LARGE_INDEX."""
    value = index_of(x)
    if tag(value) == INT:
        if value > LARGE_INDEX:
            return LARGE_INDEX
        if value < -LARGE_INDEX:
            return -LARGE_INDEX
        return value
    if ld(value, BIGINT_SIZE) < 0:
        return -LARGE_INDEX
    return LARGE_INDEX


def clamp_index(x, length):
    """A bound within a sequence: negative ones count from the end, and none is outside."""
    if not has_index(x):
        raise TypeError("slice indices must be integers or have an __index__ method")
    i = cut_index(x)
    if i < 0:
        i += length
        if i < 0:
            return 0
    if i > length:
        return length
    return i


def bound_argument(x):
    """A bound that a method takes, before it is compared with the length, which asking for it
    may change."""
    if not is_index(x):
        raise TypeError("slice indices must be integers or have an __index__ method")
    return cut_index(x)


def sequence_index(key, length, name):
    """The index that a key other than a slice selects, or -1 if it is out of range."""
    if tag(key) != INT:
        if not has_index(key):
            raise TypeError(f"{name} indices must be integers or slices, not {type_name(key)}")
        key = small_index(key)
    if key < 0:
        key += length
        if key < 0:
            return -1
    if key >= length:
        return -1
    return key


def slice_part(x, missing):
    """A bound or step of a slice."""
    if tag(x) == INT and -LARGE_INDEX < x < LARGE_INDEX:
        return x
    if x is None:
        return missing
    if not has_index(x):
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return cut_index(x)


def slice_unpack(s):
    """Sets slice_start, slice_stop and slice_step to what the slice says, for a sequence of
    any length. Runs user code."""
    global slice_start, slice_stop, slice_step
    step = ld(s, SLICE_STEP)
    if step is None:
        step = 1
    else:
        step = slice_part(step, 1)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    if step < 0:
        start = slice_part(ld(s, SLICE_START), LARGE_INDEX)
        stop = slice_part(ld(s, SLICE_STOP), -LARGE_INDEX)
    else:
        start = slice_part(ld(s, SLICE_START), 0)
        stop = slice_part(ld(s, SLICE_STOP), LARGE_INDEX)
    slice_start = start
    slice_stop = stop
    slice_step = step


def slice_adjust(length):
    """Adjusts what slice_unpack() set to a sequence's length, and sets slice_length."""
    global slice_start, slice_stop, slice_length
    step = slice_step
    lowest = 0
    highest = length
    if step < 0:
        lowest = -1
        highest = length - 1
    start = slice_start
    if start < 0:
        start += length
        if start < lowest:
            start = lowest
    elif start > highest:
        start = highest
    stop = slice_stop
    if stop < 0:
        stop += length
        if stop < lowest:
            stop = lowest
    elif stop > highest:
        stop = highest
    slice_start = start
    slice_stop = stop
    if step < 0:
        if stop < start:
            slice_length = (start - stop - 1) // -step + 1
        else:
            slice_length = 0
    elif start < stop:
        if step == 1:
            slice_length = stop - start
        else:
            slice_length = (stop - start - 1) // step + 1
    else:
        slice_length = 0


def slice_bounds(s, sequence):
    """Sets slice_start, slice_stop, slice_step and slice_length, the number of items that a
    slice selects of a LIST, TUPLE, STR, BYTES or BYTEARRAY, which all have their length in the
    same word. User code may change it: it is read afterwards."""
    slice_unpack(s)
    slice_adjust(ld(sequence, LIST_LENGTH))


@builtin
class slice:
    """What `a[start:stop:step]` passes."""

    __hash__ = None

    def __new__(cls, /, *args):
        count = ld(args, TUPLE_LENGTH)
        if count == 0:
            raise TypeError("slice expected at least 1 argument, got 0")
        if count > 3:
            raise TypeError(f"slice expected at most 3 arguments, got {count}")
        if count == 1:
            return new_slice(None, ld(args, TUPLE_ITEMS), None)
        if count == 2:
            return new_slice(ld(args, TUPLE_ITEMS), ld(args, TUPLE_ITEMS + 1), None)
        return new_slice(
            ld(args, TUPLE_ITEMS), ld(args, TUPLE_ITEMS + 1), ld(args, TUPLE_ITEMS + 2)
        )

    @property
    def start(self):
        return ld(self, SLICE_START)

    @property
    def stop(self):
        return ld(self, SLICE_STOP)

    @property
    def step(self):
        return ld(self, SLICE_STEP)

    def indices(self, length, /):
        return slice_indices(self, index_of(length))

    def __repr__(self):
        start = repr_text(ld(self, SLICE_START))
        stop = repr_text(ld(self, SLICE_STOP))
        return f"slice({start}, {stop}, {repr_text(ld(self, SLICE_STEP))})"

    def __eq__(self, other, /):
        if not is_a(other, slice):
            return NotImplemented
        return tuple_equal(slice_tuple(self), slice_tuple(other))

    def __lt__(self, other, /):
        if not is_a(other, slice):
            return NotImplemented
        return tuple_order(slice_tuple(self), slice_tuple(other), LESS)

    def __le__(self, other, /):
        if not is_a(other, slice):
            return NotImplemented
        return tuple_order(slice_tuple(self), slice_tuple(other), LESS_OR_EQUAL)

    def __gt__(self, other, /):
        if not is_a(other, slice):
            return NotImplemented
        return tuple_order(slice_tuple(self), slice_tuple(other), GREATER)

    def __ge__(self, other, /):
        if not is_a(other, slice):
            return NotImplemented
        return tuple_order(slice_tuple(self), slice_tuple(other), GREATER_OR_EQUAL)


def slice_tuple(s):
    """(start, stop, step)"""
    result = new_tuple(3)
    copy_words(s, SLICE_START, result, TUPLE_ITEMS, 3)
    return result


def slice_integer(x, missing):
    """A bound or step of a slice, of any size."""
    if x is None:
        return missing
    if not has_index(x):
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return index_of(x)


@generic
def slice_limit(x, missing, length, lowest, highest):
    """A bound of a slice for a sequence of any length."""
    if x is None:
        return missing
    value = slice_integer(x, None)
    if value < 0:
        value = value + length
        if value < lowest:
            return lowest
        return value
    if value > highest:
        return highest
    return value


@generic
def slice_indices(s, length):
    """(start, stop, step) for a sequence of this length, all of any size."""
    if length < 0:
        raise ValueError("length should not be negative")
    step = slice_integer(ld(s, SLICE_STEP), 1)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    if step < 0:
        lowest = -1
        highest = length - 1
        start = slice_limit(ld(s, SLICE_START), highest, length, lowest, highest)
        stop = slice_limit(ld(s, SLICE_STOP), lowest, length, lowest, highest)
    else:
        start = slice_limit(ld(s, SLICE_START), 0, length, 0, length)
        stop = slice_limit(ld(s, SLICE_STOP), length, length, 0, length)
    result = new_tuple(3)
    st(result, TUPLE_ITEMS, start)
    st(result, TUPLE_ITEMS + 1, stop)
    st(result, TUPLE_ITEMS + 2, step)
    return result
