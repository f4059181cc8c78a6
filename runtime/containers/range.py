"""range: integers of any size, of which loops know only the small ones."""

RANGE_START = 1
RANGE_STOP = 2
RANGE_STEP = 3
RANGE_LENGTH = 4
RANGE_WORDS = 5
RANGE_ITERATOR_VALUE = 2
RANGE_ITERATOR_STEP = 3
RANGE_ITERATOR_LEFT = 4
RANGE_ITERATOR_WORDS = 5


def range_step_zero():
    """Raises for a step of zero."""
    raise ValueError("range() arg 3 must not be zero")


def small_range(start, stop, step):
    """True if an INT holds the bounds, the step and the length."""
    return (
        tag(start) == INT
        and tag(stop) == INT
        and tag(step) == INT
        and -LARGE_INDEX <= start <= LARGE_INDEX
        and -LARGE_INDEX <= stop <= LARGE_INDEX
    )


@generic
def range_length(start, stop, step):
    """The number of integers in a range of any size."""
    if step > 0:
        if start >= stop:
            return 0
        return (stop - start - 1) // step + 1
    if step == 0:
        range_step_zero()
    if start <= stop:
        return 0
    return (start - stop - 1) // -step + 1


def small_range_length(start, stop, step):
    """The number of integers in a small range."""
    if step > 0:
        if start >= stop:
            return 0
        return (stop - start - 1) // step + 1
    if step == 0:
        range_step_zero()
    if start <= stop:
        return 0
    return (stop - start + 1) // step + 1


def new_range(start, stop, step):
    """range(start, stop, step)"""
    start = index_of(start)
    stop = index_of(stop)
    step = index_of(step)
    if small_range(start, stop, step):
        length = small_range_length(start, stop, step)
    else:
        length = range_length(start, stop, step)
    return range_of(start, stop, step, length)


def range_of(start, stop, step, length):
    """A range whose length is known."""
    result = alloc(range, RANGE_WORDS)
    st(result, RANGE_START, start)
    st(result, RANGE_STOP, stop)
    st(result, RANGE_STEP, step)
    st(result, RANGE_LENGTH, length)
    return result


@builtin
class range:
    """An arithmetic progression of integers."""

    def __new__(cls, /, *args):
        count = ld(args, TUPLE_LENGTH)
        if count == 1:
            return new_range(0, ld(args, TUPLE_ITEMS), 1)
        if count == 0:
            raise TypeError("range expected at least 1 argument, got 0")
        if count > 3:
            raise TypeError(f"range expected at most 3 arguments, got {count}")
        step = 1
        if count == 3:
            step = ld(args, TUPLE_ITEMS + 2)
        return new_range(ld(args, TUPLE_ITEMS), ld(args, TUPLE_ITEMS + 1), step)

    @property
    def start(self):
        return ld(self, RANGE_START)

    @property
    def stop(self):
        return ld(self, RANGE_STOP)

    @property
    def step(self):
        return ld(self, RANGE_STEP)

    def __len__(self):
        length = ld(self, RANGE_LENGTH)
        if tag(length) != INT and not fits_64_bits(length):
            raise OverflowError("Python int too large to convert to C ssize_t")
        return length

    def __bool__(self):
        return ld(self, RANGE_LENGTH) is not 0

    def __getitem__(self, key, /):
        return range_subscript(self, key)

    def __contains__(self, value, /):
        if is_number(value):
            return range_index(self, value) is not END
        return range_search(self, value) is not END

    def __iter__(self):
        return range_iterator_of(self)

    def __reversed__(self):
        return range_reversed(self)

    def __eq__(self, other, /):
        if not is_a(other, range):
            return NotImplemented
        return tuple_equal(range_key(self), range_key(other))

    def __hash__(self):
        return hash(range_key(self))

    def __repr__(self):
        start = repr_text(ld(self, RANGE_START))
        stop = repr_text(ld(self, RANGE_STOP))
        if ld(self, RANGE_STEP) is 1:
            return f"range({start}, {stop})"
        return f"range({start}, {stop}, {repr_text(ld(self, RANGE_STEP))})"

    def index(self, value, /):
        if is_number(value):
            found = range_index(self, value)
        else:
            found = range_search(self, value)
            if found is END:
                raise ValueError("sequence.index(x): x not in sequence")
        if found is END:
            raise ValueError(f"{repr_text(value)} is not in range")
        return found

    @generic
    def count(self, value, /):
        if is_number(value):
            if range_index(self, value) is END:
                return 0
            return 1
        found = 0
        it = range_iterator_of(self)
        while True:
            item = iternext(it)
            if item is END:
                return found
            if equals(item, value):
                found += 1


def range_key(r):
    """What ranges of the same integers have in common."""
    result = new_tuple(3)
    length = ld(r, RANGE_LENGTH)
    st(result, TUPLE_ITEMS, length)
    st(result, TUPLE_ITEMS + 1, None)
    st(result, TUPLE_ITEMS + 2, None)
    if length is not 0:
        st(result, TUPLE_ITEMS + 1, ld(r, RANGE_START))
        if length is not 1:
            st(result, TUPLE_ITEMS + 2, ld(r, RANGE_STEP))
    return result


@generic
def range_index(r, value):
    """The index of an int in a range, or END."""
    start = ld(r, RANGE_START)
    step = ld(r, RANGE_STEP)
    if step > 0:
        if value < start or value >= ld(r, RANGE_STOP):
            return END
    elif value > start or value <= ld(r, RANGE_STOP):
        return END
    distance = value - start
    if distance % step != 0:
        return END
    return distance // step


@generic
def range_search(r, value):
    """The index of the first integer that is equal to a value of another type, or END."""
    it = range_iterator_of(r)
    i = 0
    while True:
        item = iternext(it)
        if item is END:
            return END
        if equals(item, value):
            return i
        i += 1


def range_subscript(r, key):
    """r[key]"""
    if tag(key) == INT:
        length = ld(r, RANGE_LENGTH)
        start = ld(r, RANGE_START)
        step = ld(r, RANGE_STEP)
        if tag(length) == INT and small_range(start, ld(r, RANGE_STOP), step):
            i = key
            if i < 0:
                i += length
            if i < 0 or i >= length:
                raise IndexError("range object index out of range")
            return start + i * step
    if is_a(key, slice):
        return range_slice(r, key)
    if not has_index(key):
        raise TypeError(f"range indices must be integers or slices, not {type_name(key)}")
    return range_item(r, index_of(key))


@generic
def range_item(r, i):
    """The integer at an index."""
    length = ld(r, RANGE_LENGTH)
    if i < 0:
        i = i + length
    if i < 0 or i >= length:
        raise IndexError("range object index out of range")
    return ld(r, RANGE_START) + i * ld(r, RANGE_STEP)


@generic
def range_slice(r, key):
    """The range of the integers that a slice selects."""
    bounds = slice_indices(key, ld(r, RANGE_LENGTH))
    start = ld(r, RANGE_START)
    step = ld(r, RANGE_STEP)
    return new_range(
        start + ld(bounds, TUPLE_ITEMS) * step,
        start + ld(bounds, TUPLE_ITEMS + 1) * step,
        step * ld(bounds, TUPLE_ITEMS + 2),
    )


def range_iterator_of(r):
    """iter(r)"""
    start = ld(r, RANGE_START)
    step = ld(r, RANGE_STEP)
    length = ld(r, RANGE_LENGTH)
    if small_range(start, ld(r, RANGE_STOP), step):
        it = alloc(range_iterator, RANGE_ITERATOR_WORDS)
        st(it, ITERATOR_NEXT, next_of_range)
    else:
        if is_long(start) and is_long(ld(r, RANGE_STOP)) and is_long(step):
            it = alloc(range_iterator, RANGE_ITERATOR_WORDS)
        else:
            it = alloc(longrange_iterator, RANGE_ITERATOR_WORDS)
        st(it, ITERATOR_NEXT, next_of_long_range)
    st(it, RANGE_ITERATOR_VALUE, start)
    st(it, RANGE_ITERATOR_STEP, step)
    st(it, RANGE_ITERATOR_LEFT, length)
    return it


def is_long(x):
    """True for an integer of 64 bits, with which CPython's range_iterator works."""
    return tag(x) != BIGINT or fits_64_bits(x)


@generic
def range_reversed(r):
    """reversed(r)"""
    start = ld(r, RANGE_START)
    step = ld(r, RANGE_STEP)
    length = ld(r, RANGE_LENGTH)
    last = start + (length - 1) * step
    return range_iterator_of(range_of(last, start - step, -step, length))


def next_of_range(it):
    """The next integer of a small range."""
    left = ld(it, RANGE_ITERATOR_LEFT)
    if left == 0:
        return END
    value = ld(it, RANGE_ITERATOR_VALUE)
    st(it, RANGE_ITERATOR_LEFT, left - 1)
    st(it, RANGE_ITERATOR_VALUE, radd(value, ld(it, RANGE_ITERATOR_STEP)))
    return value


@generic
def next_of_long_range(it):
    """The next integer of any range."""
    left = ld(it, RANGE_ITERATOR_LEFT)
    if left == 0:
        return END
    value = ld(it, RANGE_ITERATOR_VALUE)
    left = left - 1
    following = value + ld(it, RANGE_ITERATOR_STEP)
    st(it, RANGE_ITERATOR_LEFT, left)
    st(it, RANGE_ITERATOR_VALUE, following)
    return value


class range_iterator:
    """Iterator over a range of small integers."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return ld(self, RANGE_ITERATOR_LEFT)


class longrange_iterator:
    """Iterator over a range of integers of any size."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return ld(self, RANGE_ITERATOR_LEFT)
