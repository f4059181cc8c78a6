"""tuple: immutable sequences."""


def new_tuple(n):
    """A tuple of n items, which the caller stores before anything else runs."""
    items = alloc(tuple, TUPLE_ITEMS + n)
    st(items, TUPLE_LENGTH, n)
    return items


def tuple_of(iterable):
    """The items of an iterable as a TUPLE."""
    kind = tag(iterable)
    if kind == TUPLE:
        return iterable
    if kind == LIST:
        return list_to_tuple(iterable)
    return list_to_tuple(list_of(iterable))


def list_to_tuple(items):
    """The items of a LIST as a TUPLE."""
    length = ld(items, LIST_LENGTH)
    result = new_tuple(length)
    copy_words(ld(items, LIST_STORAGE), STORAGE_ITEMS, result, TUPLE_ITEMS, length)
    return result


@builtin(tag=TUPLE)
class tuple:
    """An immutable sequence."""

    def __new__(cls, iterable=(), /):
        items = tuple_of(iterable)
        if cls is tuple:
            return items
        return new_native(cls, items)

    def __len__(self):
        return ld(self, TUPLE_LENGTH)

    def __getitem__(self, key, /):
        return tuple_subscript(self, key)

    def __contains__(self, value, /):
        return tuple_contains(self, value)

    def __iter__(self):
        return tuple_iterator_of(self)

    def __hash__(self):
        low = tuple_hash(self)
        return int_of_words(low, hash_high)

    def __repr__(self):
        return tuple_repr(self)

    def __add__(self, other, /):
        return tuple_concat(self, other)

    def __mul__(self, count, /):
        return tuple_repeat(self, repetitions(count))

    def __rmul__(self, count, /):
        return tuple_repeat(self, repetitions(count))

    def __eq__(self, other, /):
        other = payload_of(other)
        if tag(other) != TUPLE:
            return NotImplemented
        return tuple_equal(self, other)

    def __lt__(self, other, /):
        other = payload_of(other)
        if tag(other) != TUPLE:
            return NotImplemented
        return tuple_order(self, other, LESS)

    def __le__(self, other, /):
        other = payload_of(other)
        if tag(other) != TUPLE:
            return NotImplemented
        return tuple_order(self, other, LESS_OR_EQUAL)

    def __gt__(self, other, /):
        other = payload_of(other)
        if tag(other) != TUPLE:
            return NotImplemented
        return tuple_order(self, other, GREATER)

    def __ge__(self, other, /):
        other = payload_of(other)
        if tag(other) != TUPLE:
            return NotImplemented
        return tuple_order(self, other, GREATER_OR_EQUAL)

    def index(self, value, start=0, stop=LARGE_INDEX, /):
        length = ld(self, TUPLE_LENGTH)
        i = clamp_index(bound_argument(start), length)
        stop = clamp_index(bound_argument(stop), length)
        while i < stop and i < length:
            if equals(ld(self, TUPLE_ITEMS + i), value):
                return i
            i += 1
        raise ValueError("tuple.index(x): x not in tuple")

    def count(self, value, /):
        found = 0
        for i in range(ld(self, TUPLE_LENGTH)):
            if equals(ld(self, TUPLE_ITEMS + i), value):
                found += 1
        return found

    def __getnewargs__(self):
        result = new_tuple(1)
        st(result, TUPLE_ITEMS, self)
        return result

    @classmethod
    def __class_getitem__(cls, item, /):
        return generic_alias(cls, item)


def tuple_subscript(items, key):
    """An item, or a slice as a new tuple."""
    if is_a(key, slice):
        slice_bounds(key, items)
        return tuple_slice(items)
    i = sequence_index(key, ld(items, TUPLE_LENGTH), "tuple")
    if i < 0:
        raise IndexError("tuple index out of range")
    return ld(items, TUPLE_ITEMS + i)


def tuple_slice(items):
    """The items that the slice_… variables select."""
    start = slice_start
    step = slice_step
    length = slice_length
    if step == 1 and length == ld(items, TUPLE_LENGTH):
        return items
    result = new_tuple(length)
    if step == 1:
        copy_words(items, TUPLE_ITEMS + start, result, TUPLE_ITEMS, length)
        return result
    for i in range(length):
        st(result, TUPLE_ITEMS + i, ld(items, TUPLE_ITEMS + start))
        start += step
    return result


def tuple_contains(items, value):
    """True if an item is the value or equal to it."""
    length = ld(items, TUPLE_LENGTH)
    i = 0
    if tag(value) == INT:
        i = skip_ints(items, TUPLE_ITEMS, 0, length, value)
    while i < length:
        if equals(ld(items, TUPLE_ITEMS + i), value):
            return True
        i += 1
    return False


def tuple_concat(a, b):
    """a + b"""
    if tag(payload_of(b)) != TUPLE:
        raise TypeError(f'can only concatenate tuple (not "{type_name(b)}") to tuple')
    b = payload_of(b)
    first = ld(a, TUPLE_LENGTH)
    second = ld(b, TUPLE_LENGTH)
    if second == 0:
        return a
    if first == 0:
        return b
    result = new_tuple(first + second)
    copy_words(a, TUPLE_ITEMS, result, TUPLE_ITEMS, first)
    copy_words(b, TUPLE_ITEMS, result, TUPLE_ITEMS + first, second)
    return result


def tuple_repeat(items, count):
    """items * count"""
    length = ld(items, TUPLE_LENGTH)
    if count == 1 or length == 0:
        return items
    result = new_tuple(repeated_length(length, count))
    for i in range(count):
        copy_words(items, TUPLE_ITEMS, result, TUPLE_ITEMS + i * length, length)
    return result


def tuple_repr(items):
    """`(a, b)`, `(a,)`; `(...)` for a tuple within itself."""
    length = ld(items, TUPLE_LENGTH)
    if length == 0:
        return "()"
    check_stack(" while getting the repr of an object")
    if repr_enter(items):
        return "(...)"
    try:
        text = new_builder()
        put_char(text, 0x28)
        for i in range(length):
            if i:
                put_text(text, ", ")
            put_text(text, repr_text(ld(items, TUPLE_ITEMS + i)))
        if length == 1:
            put_char(text, 0x2C)
        put_char(text, 0x29)
    finally:
        repr_leave(items)
    return built(text)


def tuple_equal(a, b):
    """True if all items are equal."""
    length = ld(a, TUPLE_LENGTH)
    if length != ld(b, TUPLE_LENGTH):
        return False
    check_stack(" in comparison")
    for i in range(length):
        if ld(a, TUPLE_ITEMS + i) is not ld(b, TUPLE_ITEMS + i):
            if not equals(ld(a, TUPLE_ITEMS + i), ld(b, TUPLE_ITEMS + i)):
                return False
    return True


def tuple_order(a, b, operator):
    """The comparison of the first items that differ, or else of the lengths."""
    first = ld(a, TUPLE_LENGTH)
    second = ld(b, TUPLE_LENGTH)
    check_stack(" in comparison")
    i = 0
    while i < first and i < second:
        if not equals(ld(a, TUPLE_ITEMS + i), ld(b, TUPLE_ITEMS + i)):
            return order(ld(a, TUPLE_ITEMS + i), ld(b, TUPLE_ITEMS + i), operator)
        i += 1
    return int_order(first, second, operator)
