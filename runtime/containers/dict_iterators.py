"""Iterators over dictionaries. The length must not change meanwhile."""

DICT_ITERATOR_DICT = 2
DICT_ITERATOR_AT = 3
DICT_ITERATOR_LENGTH = 4
DICT_ITERATOR_LEFT = 5
DICT_ITERATOR_WORDS = 6


def start_dict_iterator(it, next, d, at):
    """Sets the words of a new iterator."""
    st(it, ITERATOR_NEXT, next)
    st(it, DICT_ITERATOR_DICT, d)
    st(it, DICT_ITERATOR_AT, at)
    st(it, DICT_ITERATOR_LENGTH, ld(d, DICT_LENGTH))
    st(it, DICT_ITERATOR_LEFT, ld(d, DICT_LENGTH))
    return it


def dict_iterator(d):
    """iter(d)"""
    it = alloc(dict_keyiterator, DICT_ITERATOR_WORDS)
    return start_dict_iterator(it, next_key, d, DICT_FIRST)


def dict_values_iterator(d):
    """iter(d.values())"""
    it = alloc(dict_valueiterator, DICT_ITERATOR_WORDS)
    return start_dict_iterator(it, next_value, d, DICT_FIRST)


def dict_items_iterator(d):
    """iter(d.items())"""
    it = alloc(dict_itemiterator, DICT_ITERATOR_WORDS)
    return start_dict_iterator(it, next_item, d, DICT_FIRST)


def last_key(d):
    """The offset of the last entry's key, or one before DICT_FIRST."""
    return DICT_FIRST + (ld(d, DICT_USED) - 1) * DICT_ENTRY_WORDS


def dict_reversed(d):
    """reversed(d)"""
    it = alloc(dict_reversekeyiterator, DICT_ITERATOR_WORDS)
    return start_dict_iterator(it, previous_key, d, last_key(d))


def dict_values_reversed(d):
    """reversed(d.values())"""
    it = alloc(dict_reversevalueiterator, DICT_ITERATOR_WORDS)
    return start_dict_iterator(it, previous_value, d, last_key(d))


def dict_items_reversed(d):
    """reversed(d.items())"""
    it = alloc(dict_reverseitemiterator, DICT_ITERATOR_WORDS)
    return start_dict_iterator(it, previous_item, d, last_key(d))


def advance(it):
    """The address of the next key, which is valid until something is allocated, or END."""
    d = ld(it, DICT_ITERATOR_DICT)
    if ld(d, DICT_LENGTH) == ld(it, DICT_ITERATOR_LENGTH):
        left = ld(it, DICT_ITERATOR_LEFT)
        if left:
            at = ld(it, DICT_ITERATOR_AT)
            entries = ld(d, DICT_ENTRIES)
            if at <= ld(entries, STORAGE_CAPACITY):
                if ld(entries, at) is not END:
                    st(it, DICT_ITERATOR_LEFT, left - 1)
                    st(it, DICT_ITERATOR_AT, at + DICT_ENTRY_WORDS)
                    return radd(entries, at)
    return advance_further(it)


def advance_further(it):
    """The same, past deleted entries, and with the errors."""
    d = ld(it, DICT_ITERATOR_DICT)
    if ld(d, DICT_LENGTH) != ld(it, DICT_ITERATOR_LENGTH):
        changed_size(it)
    at = dict_next(d, ld(it, DICT_ITERATOR_AT))
    if at is END:
        iterator_end(it)
        return END
    count_down(it)
    st(it, DICT_ITERATOR_AT, at + DICT_ENTRY_WORDS)
    return radd(ld(d, DICT_ENTRIES), at)


def retreat(it):
    """The address of the next key in reverse order, or END."""
    d = ld(it, DICT_ITERATOR_DICT)
    if ld(d, DICT_LENGTH) != ld(it, DICT_ITERATOR_LENGTH):
        changed_size(it)
    at = ld(it, DICT_ITERATOR_AT)
    if at > last_key(d):
        at = last_key(d)
    entries = ld(d, DICT_ENTRIES)
    while at >= DICT_FIRST:
        if ld(entries, at) is not END:
            count_down(it)
            st(it, DICT_ITERATOR_AT, at - DICT_ENTRY_WORDS)
            return radd(entries, at)
        at -= DICT_ENTRY_WORDS
    iterator_end(it)
    return END


def count_down(it):
    """One key less is to come; there are no more than there were at the start."""
    left = ld(it, DICT_ITERATOR_LEFT)
    if left == 0:
        iterator_end(it)
        raise RuntimeError("dictionary keys changed during iteration")
    st(it, DICT_ITERATOR_LEFT, left - 1)


def changed_size(it):
    """Raises, now and whenever the iterator is used again."""
    st(it, DICT_ITERATOR_LENGTH, -1)
    raise RuntimeError("dictionary changed size during iteration")


def next_key(it):
    """The next key."""
    address = advance(it)
    if address is not END:
        return ld(address, WORD)
    return END


def next_value(it):
    """The next value."""
    address = advance(it)
    if address is not END:
        return ld(address, DICT_SLOT_VALUE)
    return END


def next_item(it):
    """The next entry."""
    pair = new_tuple(2)
    address = advance(it)
    if address is not END:
        st(pair, TUPLE_ITEMS, ld(address, WORD))
        st(pair, TUPLE_ITEMS + 1, ld(address, DICT_SLOT_VALUE))
        return pair
    return END


def previous_key(it):
    """The next key in reverse order."""
    address = retreat(it)
    if address is not END:
        return ld(address, WORD)
    return END


def previous_value(it):
    """The next value in reverse order."""
    address = retreat(it)
    if address is not END:
        return ld(address, DICT_SLOT_VALUE)
    return END


def previous_item(it):
    """The next entry in reverse order."""
    pair = new_tuple(2)
    address = retreat(it)
    if address is not END:
        st(pair, TUPLE_ITEMS, ld(address, WORD))
        st(pair, TUPLE_ITEMS + 1, ld(address, DICT_SLOT_VALUE))
        return pair
    return END


def dict_length_hint(it):
    """How many items are to come."""
    if ld(it, ITERATOR_NEXT) is iterator_done:
        return 0
    return ld(it, DICT_ITERATOR_LEFT)


class dict_keyiterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return dict_length_hint(self)


class dict_valueiterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return dict_length_hint(self)


class dict_itemiterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return dict_length_hint(self)


class dict_reversekeyiterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return dict_length_hint(self)


class dict_reversevalueiterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return dict_length_hint(self)


class dict_reverseitemiterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        return dict_length_hint(self)
