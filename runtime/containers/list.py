"""list: its storage, constructor, methods and operators.

A list that is full gets storage for an eighth more, rounded up to the heap's next block
(8, 12, 16, 24, 32 … words less two), so that appending n items copies at most about
3n words."""

# The storage of empty lists.
no_items = None


def new_list(n):
    """A list of n items, which the caller stores before anything else runs."""
    if n:
        items = new_table(n)
    else:
        items = empty_storage()
    result = alloc(list, LIST_WORDS)
    st(result, LIST_LENGTH, n)
    st(result, LIST_STORAGE, items)
    return result


def empty_storage():
    """The storage of a list without items, which all of them share."""
    global no_items
    if no_items is None:
        no_items = new_storage(0)
    return no_items


def list_append(items, value):
    """Adds an item at the end."""
    length = ld(items, LIST_LENGTH)
    storage = ld(items, LIST_STORAGE)
    if length == ld(storage, STORAGE_CAPACITY):
        storage = list_reserve(items, length + 1)
    st(storage, STORAGE_ITEMS + length, value)
    st(items, LIST_LENGTH, length + 1)


def list_reserve(items, needed):
    """The storage of a list, after growing it if it has not room for so many items."""
    old = ld(items, LIST_STORAGE)
    if needed <= ld(old, STORAGE_CAPACITY):
        return old
    storage = new_storage(needed + (needed >> 3) + 3)
    copy_words(old, STORAGE_ITEMS, storage, STORAGE_ITEMS, ld(items, LIST_LENGTH))
    st(items, LIST_STORAGE, storage)
    return storage


def list_shrink(items, length):
    """Cuts a list off, and gives storage back if most of it is unused. Needs no memory."""
    old = ld(items, LIST_STORAGE)
    if length == 0:
        st(items, LIST_STORAGE, empty_storage())
        st(items, LIST_LENGTH, 0)
        return
    clear_words(old, STORAGE_ITEMS + length, ld(items, LIST_LENGTH) - length)
    st(items, LIST_LENGTH, length)
    if ld(old, STORAGE_CAPACITY) > 30 and length < ld(old, STORAGE_CAPACITY) >> 2:
        try:
            storage = new_storage(length + (length >> 3) + 3)
        except MemoryError:
            return
        copy_words(old, STORAGE_ITEMS, storage, STORAGE_ITEMS, length)
        st(items, LIST_STORAGE, storage)


def list_of(iterable):
    """A new list of the items of an iterable."""
    result = new_list(0)
    extend_list(result, iterable)
    return result


def list_extend(items, iterable):
    """`[*iterable]` in a display: adds the items at the end."""
    if not is_iterable(iterable):
        raise TypeError(f"Value after * must be an iterable, not {type_name(iterable)}")
    extend_list(items, iterable)


def extend_list(items, iterable):
    """Adds the items of an iterable at the end."""
    kind = tag(iterable)
    if kind == LIST:
        count = ld(iterable, LIST_LENGTH)
        length = ld(items, LIST_LENGTH)
        storage = list_reserve(items, length + count)
        source = ld(iterable, LIST_STORAGE)
        copy_words(source, STORAGE_ITEMS, storage, STORAGE_ITEMS + length, count)
        st(items, LIST_LENGTH, length + count)
    elif kind == TUPLE:
        count = ld(iterable, TUPLE_LENGTH)
        length = ld(items, LIST_LENGTH)
        storage = list_reserve(items, length + count)
        copy_words(iterable, TUPLE_ITEMS, storage, STORAGE_ITEMS + length, count)
        st(items, LIST_LENGTH, length + count)
    else:
        extend_from(items, iterate(iterable))


def extend_from(items, it):
    """Adds what is left of an iterator at the end."""
    while True:
        value = iternext(it)
        if value is END:
            return
        list_append(items, value)


def items_of(iterable, message):
    """A new list of the items of what has to be iterable: if it is not, for whatever reason,
    TypeError with this message."""
    it = END
    try:
        it = iterate(iterable)
    except TypeError:
        pass
    if it is END:
        raise TypeError(message)
    result = new_list(0)
    extend_from(result, it)
    return result


@builtin(tag=LIST)
class list:
    """A sequence that changes."""

    __hash__ = None

    def __new__(cls, /, *args, **kwargs):
        items = new_list(0)
        if cls is list:
            if kwargs is not None and ld(kwargs, DICT_LENGTH):
                raise TypeError("list() takes no keyword arguments")
            return items
        return new_native(cls, items)

    def __init__(self, iterable=(), /):
        if ld(self, LIST_LENGTH):
            list_shrink(self, 0)
        extend_list(self, iterable)

    def __len__(self):
        return ld(self, LIST_LENGTH)

    def __getitem__(self, key, /):
        return list_subscript(self, key)

    def __setitem__(self, key, value, /):
        list_store(self, key, value)

    def __delitem__(self, key, /):
        list_delete(self, key)

    def __contains__(self, value, /):
        return list_contains(self, value)

    def __iter__(self):
        return list_iterator_of(self)

    def __reversed__(self):
        return list_reversed(self)

    def __repr__(self):
        return list_repr(self)

    def __add__(self, other, /):
        return list_concat(self, other)

    @raw
    def __iadd__(self, other, /):
        extend_list(list_self(self, "__iadd__"), other)
        return self

    def __mul__(self, count, /):
        return list_repeat(self, repetitions(count))

    def __rmul__(self, count, /):
        return list_repeat(self, repetitions(count))

    @raw
    def __imul__(self, count, /):
        list_repeat_in_place(list_self(self, "__imul__"), repetitions(count))
        return self

    def __eq__(self, other, /):
        other = payload_of(other)
        if tag(other) != LIST:
            return NotImplemented
        return list_equal(self, other)

    def __lt__(self, other, /):
        other = payload_of(other)
        if tag(other) != LIST:
            return NotImplemented
        return list_order(self, other, LESS)

    def __le__(self, other, /):
        other = payload_of(other)
        if tag(other) != LIST:
            return NotImplemented
        return list_order(self, other, LESS_OR_EQUAL)

    def __gt__(self, other, /):
        other = payload_of(other)
        if tag(other) != LIST:
            return NotImplemented
        return list_order(self, other, GREATER)

    def __ge__(self, other, /):
        other = payload_of(other)
        if tag(other) != LIST:
            return NotImplemented
        return list_order(self, other, GREATER_OR_EQUAL)

    def append(self, value, /):
        list_append(self, value)

    def extend(self, iterable, /):
        extend_list(self, iterable)

    def insert(self, index, value, /):
        list_insert(self, count_argument(index), value)

    def pop(self, index=-1, /):
        return list_pop(self, index)

    def remove(self, value, /):
        i = list_find(self, value, 0, LARGE_INDEX)
        if i < 0:
            raise ValueError("list.remove(x): x not in list")
        list_delete_range(self, i, i + 1)

    def index(self, value, start=0, stop=LARGE_INDEX, /):
        start = bound_argument(start)
        stop = bound_argument(stop)
        length = ld(self, LIST_LENGTH)
        i = list_find(self, value, clamp_index(start, length), clamp_index(stop, length))
        if i < 0:
            raise ValueError(f"{repr_text(value)} is not in list")
        return i

    def count(self, value, /):
        found = 0
        i = 0
        while i < ld(self, LIST_LENGTH):
            if equals(ld(ld(self, LIST_STORAGE), STORAGE_ITEMS + i), value):
                found += 1
            i += 1
        return found

    def reverse(self):
        reverse_words(ld(self, LIST_STORAGE), STORAGE_ITEMS, ld(self, LIST_LENGTH))

    def clear(self):
        list_shrink(self, 0)

    def copy(self):
        return list_of(self)

    def sort(self, *, key=None, reverse=False):
        sort_list(self, key, reverse)

    @classmethod
    def __class_getitem__(cls, item, /):
        return generic_alias(cls, item)


def list_self(x, name):
    """The list that is the self of a method, or within it."""
    if tag(x) == LIST:
        return x
    return unwrap_self(x, list, name)


def list_insert(items, i, value):
    """Adds an item before the one at an index."""
    length = ld(items, LIST_LENGTH)
    i = clamp_index(i, length)
    storage = list_reserve(items, length + 1)
    copy_words_up(storage, STORAGE_ITEMS + i, storage, STORAGE_ITEMS + i + 1, length - i)
    st(storage, STORAGE_ITEMS + i, value)
    st(items, LIST_LENGTH, length + 1)


def list_pop(items, index):
    """Removes an item and returns it."""
    index = count_argument(index)
    length = ld(items, LIST_LENGTH)
    if length == 0:
        raise IndexError("pop from empty list")
    if index < 0:
        index += length
    if index < 0 or index >= length:
        raise IndexError("pop index out of range")
    storage = ld(items, LIST_STORAGE)
    value = ld(storage, STORAGE_ITEMS + index)
    length -= 1
    if index != length:
        copy_words(
            storage, STORAGE_ITEMS + index + 1, storage, STORAGE_ITEMS + index, length - index
        )
    if ld(storage, STORAGE_CAPACITY) > 30:
        list_shrink(items, length)
        return value
    st(storage, STORAGE_ITEMS + length, END)
    st(items, LIST_LENGTH, length)
    return value


def list_delete_range(items, start, stop):
    """Removes the items from start up to stop."""
    length = ld(items, LIST_LENGTH)
    if start >= stop or stop > length:
        return
    storage = ld(items, LIST_STORAGE)
    copy_words(storage, STORAGE_ITEMS + stop, storage, STORAGE_ITEMS + start, length - stop)
    list_shrink(items, length - (stop - start))


def list_find(items, value, start, stop):
    """The index of the first item that is equal to the value, or -1."""
    i = start
    if tag(value) == INT:
        if stop > ld(items, LIST_LENGTH):
            stop = ld(items, LIST_LENGTH)
        i = skip_ints(ld(items, LIST_STORAGE), STORAGE_ITEMS, i, stop, value)
    while i < stop and i < ld(items, LIST_LENGTH):
        item = ld(ld(items, LIST_STORAGE), STORAGE_ITEMS + i)
        if item is value:
            return i
        if equals(item, value):
            return i
        i += 1
    return -1


def skip_ints(words, at, i, stop, value):
    """The index of the first item, from i up to stop, that is the INT or no INT at all."""
    first = radd(words, at)
    address = first + i
    end = first + stop
    while address < end:
        item = ld(address, WORD)
        if item is value or tag(item) != INT:
            return address - first
        address += 1
    return stop


def list_contains(items, value):
    """True if an item is the value or equal to it."""
    return list_find(items, value, 0, LARGE_INDEX) >= 0


def reverse_words(storage, at, count):
    """Reverses words within an object."""
    low = radd(storage, at)
    high = radd(low, count - 1)
    while low < high:
        word = ld(low, WORD)
        st(low, WORD, ld(high, WORD))
        st(high, WORD, word)
        low += 1
        high -= 1


def list_concat(a, b):
    """a + b"""
    if tag(payload_of(b)) != LIST:
        raise TypeError(f'can only concatenate list (not "{type_name(b)}") to list')
    b = payload_of(b)
    first = ld(a, LIST_LENGTH)
    second = ld(b, LIST_LENGTH)
    result = new_list(first + second)
    storage = ld(result, LIST_STORAGE)
    copy_words(ld(a, LIST_STORAGE), STORAGE_ITEMS, storage, STORAGE_ITEMS, first)
    copy_words(ld(b, LIST_STORAGE), STORAGE_ITEMS, storage, STORAGE_ITEMS + first, second)
    return result


def list_repeat(items, count):
    """items * count"""
    length = ld(items, LIST_LENGTH)
    result = new_list(repeated_length(length, count))
    source = ld(items, LIST_STORAGE)
    storage = ld(result, LIST_STORAGE)
    if length == 1:
        value = ld(source, STORAGE_ITEMS)
        for i in range(count):
            st(storage, STORAGE_ITEMS + i, value)
    elif length:
        for i in range(count):
            copy_words(source, STORAGE_ITEMS, storage, STORAGE_ITEMS + i * length, length)
    return result


def list_repeat_in_place(items, count):
    """items *= count"""
    length = ld(items, LIST_LENGTH)
    if count == 0:
        list_shrink(items, 0)
    elif length:
        total = repeated_length(length, count)
        storage = list_reserve(items, total)
        for i in range(1, count):
            copy_words(storage, STORAGE_ITEMS, storage, STORAGE_ITEMS + i * length, length)
        st(items, LIST_LENGTH, total)


def list_repr(items):
    """`[a, b]`; `[...]` for a list within itself."""
    if ld(items, LIST_LENGTH) == 0:
        return "[]"
    check_stack(" while getting the repr of an object")
    if repr_enter(items):
        return "[...]"
    try:
        text = new_builder()
        put_char(text, 0x5B)
        i = 0
        while i < ld(items, LIST_LENGTH):
            if i:
                put_text(text, ", ")
            put_text(text, repr_text(ld(ld(items, LIST_STORAGE), STORAGE_ITEMS + i)))
            i += 1
        put_char(text, 0x5D)
    finally:
        repr_leave(items)
    return built(text)


def list_equal(a, b):
    """True if all items are equal. Comparing them may change either list."""
    if ld(a, LIST_LENGTH) != ld(b, LIST_LENGTH):
        return False
    check_stack(" in comparison")
    i = 0
    while i < ld(a, LIST_LENGTH) and i < ld(b, LIST_LENGTH):
        first = ld(ld(a, LIST_STORAGE), STORAGE_ITEMS + i)
        second = ld(ld(b, LIST_STORAGE), STORAGE_ITEMS + i)
        if first is not second:
            if not equals(first, second):
                return i >= ld(a, LIST_LENGTH) and ld(a, LIST_LENGTH) == ld(b, LIST_LENGTH)
        i += 1
    return ld(a, LIST_LENGTH) == ld(b, LIST_LENGTH)


def list_order(a, b, operator):
    """The comparison of the first items that differ, or else of the lengths."""
    check_stack(" in comparison")
    i = 0
    while i < ld(a, LIST_LENGTH) and i < ld(b, LIST_LENGTH):
        first = ld(ld(a, LIST_STORAGE), STORAGE_ITEMS + i)
        second = ld(ld(b, LIST_STORAGE), STORAGE_ITEMS + i)
        if not equals(first, second):
            break
        i += 1
    if i < ld(a, LIST_LENGTH) and i < ld(b, LIST_LENGTH):
        first = ld(ld(a, LIST_STORAGE), STORAGE_ITEMS + i)
        second = ld(ld(b, LIST_STORAGE), STORAGE_ITEMS + i)
        return order(first, second, operator)
    return int_order(ld(a, LIST_LENGTH), ld(b, LIST_LENGTH), operator)
