"""iter, next, reversed, enumerate, zip, map, filter."""

REVERSED_WORDS = 4
CALLABLE_FUNCTION = 2
CALLABLE_SENTINEL = 3
CALLABLE_WORDS = 4
ENUMERATE_ITERATOR = 2
ENUMERATE_COUNT = 3
ENUMERATE_WORDS = 4
ZIP_ITERATORS = 2
ZIP_STRICT = 3
ZIP_WORDS = 4
MAP_FUNCTION = 2
MAP_ITERATORS = 3
MAP_WORDS = 4
FILTER_FUNCTION = 2
FILTER_ITERATOR = 3
FILTER_WORDS = 4


@builtin
def iter(obj, sentinel=END, /):
    """An iterator over an object, or over the results of a function until the sentinel."""
    if sentinel is END:
        return iterate(obj)
    if not callable(obj):
        raise TypeError("iter(v, w): v must be callable")
    it = alloc(callable_iterator, CALLABLE_WORDS)
    st(it, ITERATOR_NEXT, next_of_callable)
    st(it, CALLABLE_FUNCTION, obj)
    st(it, CALLABLE_SENTINEL, sentinel)
    return it


@builtin
def next(iterator, default=END, /):
    """The next item of an iterator."""
    if default is END:
        value = special0(iterator, "__next__")
        if value is not END:
            return value
    elif has_next(iterator):
        value = iternext(iterator)
        if value is END:
            return default
        return value
    raise TypeError(f"'{type_name(iterator)}' object is not an iterator")


class callable_iterator:
    """The results of a function, until one is equal to the sentinel."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)


def next_of_callable(it):
    """The next result."""
    function = ld(it, CALLABLE_FUNCTION)
    try:
        value = function()
    except StopIteration:
        iterator_end(it)
        return END
    if ld(it, ITERATOR_NEXT) is iterator_done:
        return END
    if equals(ld(it, CALLABLE_SENTINEL), value):
        iterator_end(it)
        st(it, CALLABLE_SENTINEL, None)
        return END
    return value


@builtin
class reversed:
    """A sequence from its end."""

    def __new__(cls, sequence, /):
        kind = tag(sequence)
        if kind == LIST:
            return list_reversed(sequence)
        if special(sequence, "__reversed__") is None:
            raise TypeError(f"'{type_name(sequence)}' object is not reversible")
        result = special0(sequence, "__reversed__")
        if result is not END:
            return result
        if kind == DICT or not has_method(sequence, "__getitem__"):
            raise TypeError(f"'{type_name(sequence)}' object is not reversible")
        if not has_method(sequence, "__len__"):
            raise TypeError(f"object of type '{type_name(sequence)}' has no len()")
        it = alloc(reversed, REVERSED_WORDS)
        new_iterator(it, previous_by_getitem, sequence)
        st(it, ITERATOR_INDEX, len(sequence) - 1)
        return it

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return reversed_length_hint(self)


def previous_by_getitem(it):
    """The next item by __getitem__, from the end."""
    i = ld(it, ITERATOR_INDEX)
    if i < 0:
        iterator_end(it)
        return END
    try:
        value = get_item(ld(it, ITERATOR_SOURCE), i)
    except (IndexError, StopIteration):
        iterator_end(it)
        return END
    st(it, ITERATOR_INDEX, i - 1)
    return value


@builtin
class enumerate:
    """Pairs of a count and an item."""

    def __new__(cls, iterable, start=0):
        start = index_of(start)
        source = iterate(iterable)
        it = alloc(enumerate, ENUMERATE_WORDS)
        st(it, ITERATOR_NEXT, next_of_enumerate)
        st(it, ENUMERATE_ITERATOR, source)
        st(it, ENUMERATE_COUNT, start)
        if cls is enumerate:
            return it
        return new_native(cls, it)

    @raw
    def __iter__(self):
        if not is_a(self, enumerate):
            unwrap_self(self, enumerate, "__iter__")
        return self

    def __next__(self):
        return next_or_stop(self)

    @classmethod
    def __class_getitem__(cls, item, /):
        return generic_alias(cls, item)


def next_of_enumerate(it):
    """The next pair."""
    value = iternext(ld(it, ENUMERATE_ITERATOR))
    if value is END:
        return END
    pair = new_tuple(2)
    count = ld(it, ENUMERATE_COUNT)
    st(pair, TUPLE_ITEMS, count)
    st(pair, TUPLE_ITEMS + 1, value)
    if tag(count) == INT and count < LARGE_INDEX:
        st(it, ENUMERATE_COUNT, count + 1)
    else:
        st(it, ENUMERATE_COUNT, int_add(count, 1))
    return pair


@builtin
class zip:
    """Tuples of one item of each iterable."""

    def __new__(cls, *iterables, strict=False):
        strict = truth(strict)
        sources = new_tuple(ld(iterables, TUPLE_LENGTH))
        for i in range(ld(iterables, TUPLE_LENGTH)):
            st(sources, TUPLE_ITEMS + i, iterate(ld(iterables, TUPLE_ITEMS + i)))
        it = alloc(zip, ZIP_WORDS)
        st(it, ITERATOR_NEXT, next_of_zip)
        st(it, ZIP_ITERATORS, sources)
        st(it, ZIP_STRICT, strict)
        if cls is zip:
            return it
        return new_native(cls, it)

    @raw
    def __iter__(self):
        if not is_a(self, zip):
            unwrap_self(self, zip, "__iter__")
        return self

    def __next__(self):
        return next_or_stop(self)


def next_of_zip(it):
    """The next tuple; ends with the first iterator that does."""
    sources = ld(it, ZIP_ITERATORS)
    length = ld(sources, TUPLE_LENGTH)
    if length == 0:
        return END
    items = new_tuple(length)
    for i in range(length):
        value = iternext(ld(sources, TUPLE_ITEMS + i))
        if value is END:
            if ld(it, ZIP_STRICT):
                check_strict(sources, i, length)
            return END
        st(items, TUPLE_ITEMS + i, value)
    return items


def check_strict(sources, i, length):
    """Raises ValueError unless all iterators end with the one at i."""
    plural = " "
    if i:
        if i > 1:
            plural = "s 1-"
        raise ValueError(f"zip() argument {i + 1} is shorter than argument{plural}{i}")
    for i in range(1, length):
        if iternext(ld(sources, TUPLE_ITEMS + i)) is not END:
            if i > 1:
                plural = "s 1-"
            raise ValueError(f"zip() argument {i + 1} is longer than argument{plural}{i}")


@builtin
class map:
    """The results of a function for the items of iterables."""

    def __new__(cls, /, *args):
        count = ld(args, TUPLE_LENGTH) - 1
        if count < 1:
            raise TypeError("map() must have at least two arguments.")
        sources = new_tuple(count)
        for i in range(count):
            st(sources, TUPLE_ITEMS + i, iterate(ld(args, TUPLE_ITEMS + 1 + i)))
        it = alloc(map, MAP_WORDS)
        if count == 1:
            st(it, ITERATOR_NEXT, next_of_map)
            st(it, MAP_ITERATORS, ld(sources, TUPLE_ITEMS))
        else:
            st(it, ITERATOR_NEXT, next_of_map_of_several)
            st(it, MAP_ITERATORS, sources)
        st(it, MAP_FUNCTION, ld(args, TUPLE_ITEMS))
        if cls is map:
            return it
        return new_native(cls, it)

    @raw
    def __iter__(self):
        if not is_a(self, map):
            unwrap_self(self, map, "__iter__")
        return self

    def __next__(self):
        return next_or_stop(self)


def next_of_map(it):
    """The next result for the items of one iterable."""
    value = iternext(ld(it, MAP_ITERATORS))
    if value is END:
        return END
    function = ld(it, MAP_FUNCTION)
    return function(value)


def next_of_map_of_several(it):
    """The next result for the items of several iterables."""
    sources = ld(it, MAP_ITERATORS)
    length = ld(sources, TUPLE_LENGTH)
    items = new_tuple(length)
    for i in range(length):
        value = iternext(ld(sources, TUPLE_ITEMS + i))
        if value is END:
            return END
        st(items, TUPLE_ITEMS + i, value)
    return apply(ld(it, MAP_FUNCTION), items)


@builtin
class filter:
    """The items of which a function is true."""

    def __new__(cls, function, iterable, /):
        source = iterate(iterable)
        it = alloc(filter, FILTER_WORDS)
        st(it, ITERATOR_NEXT, next_of_filter)
        st(it, FILTER_FUNCTION, function)
        st(it, FILTER_ITERATOR, source)
        if cls is filter:
            return it
        return new_native(cls, it)

    @raw
    def __iter__(self):
        if not is_a(self, filter):
            unwrap_self(self, filter, "__iter__")
        return self

    def __next__(self):
        return next_or_stop(self)


def next_of_filter(it):
    """The next item that passes."""
    while True:
        value = iternext(ld(it, FILTER_ITERATOR))
        if value is END:
            return END
        function = ld(it, FILTER_FUNCTION)
        if function is None or function is bool:
            passes = truth(value)
        else:
            passes = truth(function(value))
        if passes:
            return value
