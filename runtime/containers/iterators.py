"""The iteration protocol, and the iterators of sequences.

The first word of every builtin iterator is the function that takes it to its next item,
or to END. An iterator that is exhausted gets iterator_done there, and forgets what it
iterated over."""

ITERATOR_NEXT = 1
ITERATOR_SOURCE = 2
ITERATOR_INDEX = 3
ITERATOR_WORDS = 4


def iterator_done(it):
    """The next item of an exhausted iterator."""
    return END


def iterator_end(it):
    """Marks an iterator as exhausted."""
    st(it, ITERATOR_NEXT, iterator_done)
    st(it, ITERATOR_SOURCE, None)


@trap("iter")
def iterate(x):
    """iter(x)"""
    if is_a(x, LIST):
        return list_iterator_of(x)
    if is_a(x, range):
        return range_iterator_of(x)
    if is_a(x, DICT):
        return dict_iterator(x)
    if is_a(x, TUPLE):
        return tuple_iterator_of(x)
    if tag(x) == STR:
        return str_iterator_of(x)
    return iterate_by_methods(x)


def iternext(it):
    """The next item, or END."""
    if tag(it) == BOX:
        function = ld(it, ITERATOR_NEXT)
        if function is next_of_list:
            items = ld(it, ITERATOR_SOURCE)
            i = ld(it, ITERATOR_INDEX)
            if i < ld(items, LIST_LENGTH):
                st(it, ITERATOR_INDEX, i + 1)
                return ld(ld(items, LIST_STORAGE), STORAGE_ITEMS + i)
            iterator_end(it)
            return END
        if tag(function) == FUNC:
            return function(it)
    return iternext_by_methods(it)


def iternext_by_methods(it):
    """The next item by __next__."""
    try:
        result = special0(it, "__next__")
    except StopIteration:
        return END
    if result is END:
        raise TypeError(f"'{type_name(it)}' object is not an iterator")
    return result


def next_or_stop(it):
    """The method __next__ of builtin iterators."""
    value = iternext(it)
    if value is END:
        raise StopIteration()
    return value


def is_iterable(x):
    """True if iter() takes it."""
    kind = tag(x)
    if kind >= STR and kind <= DICT:
        return True
    function = special(x, "__iter__")
    if function is END and exists(own_class):
        function = special(x, "__getitem__")
    return function is not END and function is not None


def has_next(x):
    """True if next() takes it."""
    return tag(x) >= CLASS and has_method(x, "__next__")


def iterate_by_methods(x):
    """iter(x) by __iter__, or by __getitem__ with 0, 1, 2 …"""
    function = special(x, "__iter__")
    if function is None:
        not_iterable(x)
    if function is END:
        if not exists(own_class) or not has_method(x, "__getitem__"):
            not_iterable(x)
        return new_iterator(alloc(iterator, ITERATOR_WORDS), next_by_getitem, x)
    return iterator_by_method(x)


def not_iterable(x):
    """Raises TypeError."""
    raise TypeError(f"'{type_name(x)}' object is not iterable")


def new_iterator(it, next, source):
    """Sets the words of a new iterator over a sequence."""
    st(it, ITERATOR_NEXT, next)
    st(it, ITERATOR_SOURCE, source)
    st(it, ITERATOR_INDEX, 0)
    return it


def list_iterator_of(items):
    """iter() of a list."""
    return new_iterator(alloc(list_iterator, ITERATOR_WORDS), next_of_list, items)


def tuple_iterator_of(items):
    """iter() of a tuple."""
    return new_iterator(alloc(tuple_iterator, ITERATOR_WORDS), next_of_tuple, items)


def str_iterator_of(text):
    """iter() of a string."""
    return new_iterator(alloc(str_iterator, ITERATOR_WORDS), next_of_str, text)


def bytes_iterator_of(data):
    """iter() of bytes."""
    return new_iterator(alloc(bytes_iterator, ITERATOR_WORDS), next_of_bytes, data)


def bytearray_iterator_of(data):
    """iter() of a bytearray."""
    return new_iterator(alloc(bytearray_iterator, ITERATOR_WORDS), next_of_bytes, data)


def list_reversed(items):
    """reversed() of a list."""
    it = new_iterator(
        alloc(list_reverseiterator, ITERATOR_WORDS), previous_of_list, items
    )
    st(it, ITERATOR_INDEX, ld(items, LIST_LENGTH) - 1)
    return it


def next_of_list(it):
    """The next item of a list."""
    items = ld(it, ITERATOR_SOURCE)
    i = ld(it, ITERATOR_INDEX)
    if i < ld(items, LIST_LENGTH):
        st(it, ITERATOR_INDEX, i + 1)
        return ld(ld(items, LIST_STORAGE), STORAGE_ITEMS + i)
    iterator_end(it)
    return END


def previous_of_list(it):
    """The next item of a list, from its end."""
    items = ld(it, ITERATOR_SOURCE)
    i = ld(it, ITERATOR_INDEX)
    if i >= 0 and i < ld(items, LIST_LENGTH):
        st(it, ITERATOR_INDEX, i - 1)
        return ld(ld(items, LIST_STORAGE), STORAGE_ITEMS + i)
    iterator_end(it)
    return END


def next_of_tuple(it):
    """The next item of a tuple."""
    items = ld(it, ITERATOR_SOURCE)
    i = ld(it, ITERATOR_INDEX)
    if i < ld(items, TUPLE_LENGTH):
        st(it, ITERATOR_INDEX, i + 1)
        return ld(items, TUPLE_ITEMS + i)
    iterator_end(it)
    return END


def next_of_str(it):
    """The next character of a string."""
    text = ld(it, ITERATOR_SOURCE)
    i = ld(it, ITERATOR_INDEX)
    if i < ld(text, STR_LENGTH):
        st(it, ITERATOR_INDEX, i + 1)
        return char_string(char_at(text, i))
    iterator_end(it)
    return END


def next_of_bytes(it):
    """The next byte of bytes or a bytearray."""
    data = ld(it, ITERATOR_SOURCE)
    i = ld(it, ITERATOR_INDEX)
    if i < ld(data, BYTES_LENGTH):
        st(it, ITERATOR_INDEX, i + 1)
        return byte_at(data, i)
    iterator_end(it)
    return END


def next_by_getitem(it):
    """The next item by __getitem__, until it raises IndexError or StopIteration."""
    i = ld(it, ITERATOR_INDEX)
    try:
        value = get_item(ld(it, ITERATOR_SOURCE), i)
    except (IndexError, StopIteration):
        iterator_end(it)
        return END
    st(it, ITERATOR_INDEX, i + 1)
    return value


def sequence_length_hint(it):
    """How many items are to come of a builtin sequence."""
    source = ld(it, ITERATOR_SOURCE)
    if source is None:
        return 0
    # The length of all sequences is in the same word.
    left = ld(source, LIST_LENGTH) - ld(it, ITERATOR_INDEX)
    if left < 0:
        return 0
    return left


def reversed_length_hint(it):
    """How many items are to come of a sequence in reverse order."""
    source = ld(it, ITERATOR_SOURCE)
    if source is None or ld(it, ITERATOR_INDEX) >= len(source):
        return 0
    return ld(it, ITERATOR_INDEX) + 1


class list_iterator:
    """Iterator over a list."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return sequence_length_hint(self)


class tuple_iterator:
    """Iterator over a tuple."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return sequence_length_hint(self)


class str_iterator:
    """Iterator over a str."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return sequence_length_hint(self)


class bytes_iterator:
    """Iterator over a bytes."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return sequence_length_hint(self)


class bytearray_iterator:
    """Iterator over a bytearray."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return sequence_length_hint(self)


class list_reverseiterator:
    """Iterator over a list from its end."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return reversed_length_hint(self)


class iterator:
    """Iterator over an object that has only __getitem__."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)
