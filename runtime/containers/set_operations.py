"""What set and frozenset have in common. The order in which results are built is
CPython's, because it decides the order of their tables."""

SET_ITERATOR_AT = 3
SET_ITERATOR_LENGTH = 4
SET_ITERATOR_WORDS = 5


def is_set(x):
    """True for a set or a frozenset."""
    return is_a(x, set) or is_a(x, frozenset)


def set_operand(x):
    """The set within an instance of a subclass; anything else is itself."""
    payload = payload_of(x)
    if is_set(payload):
        return payload
    return x


def set_update(s, iterable):
    """Adds the items of an iterable."""
    other = set_operand(iterable)
    if is_set(other):
        set_merge(s, other)
    elif tag(iterable) == DICT:
        count = ld(iterable, DICT_LENGTH)
        if (ld(s, SET_FILL) + count) * 5 >= ld(s, SET_MASK) * 3:
            set_resize(s, ld(s, SET_LENGTH) + count << 1)
        at = dict_next(iterable, DICT_FIRST)
        while at is not END:
            set_add(s, ld(ld(iterable, DICT_ENTRIES), at))
            at = dict_next(iterable, at + DICT_ENTRY_WORDS)
    else:
        it = iterate(iterable)
        while True:
            key = iternext(it)
            if key is END:
                return
            set_add(s, key)


def set_into(s, iterable):
    """Adds the items of an iterable to a new set and returns it."""
    set_update(s, iterable)
    return s


def set_of_constants(s):
    """The set of a display of three or more constants: CPython makes a frozenset of them,
    another one in the order of the first, and copies that."""
    return set_into(new_set(), set_in_order_of(s))


def set_in_order_of(s):
    """A set into which the keys of another were added one after the other."""
    result = new_set()
    at = set_next(s, FIRST_SET_ENTRY)
    while at is not END:
        table = ld(s, SET_TABLE)
        low = ld(table, at + SET_ENTRY_HASH_LOW)
        set_add_hashed(result, ld(table, at), low, ld(table, at + SET_ENTRY_HASH_HIGH))
        at = set_next(s, at + SET_ENTRY_WORDS)
    return result


def set_from(iterable):
    """The iterable as a set, itself if it is one."""
    other = set_operand(iterable)
    if is_set(other):
        return other
    return set_into(new_set(), iterable)


def set_copy_keys(result, s, other, keep):
    """Adds to result the keys of s that other has, or the ones that it has not."""
    at = set_next(s, FIRST_SET_ENTRY)
    while at is not END:
        table = ld(s, SET_TABLE)
        key = ld(table, at)
        low = ld(table, at + SET_ENTRY_HASH_LOW)
        high = ld(table, at + SET_ENTRY_HASH_HIGH)
        found = set_find(other, key, low, high)
        if (ld(ld(other, SET_TABLE), found) is not END) is keep:
            set_add_hashed(result, key, low, high)
        at = set_next(s, at + SET_ENTRY_WORDS)
    return result


def set_intersection(result, s, other):
    """The keys of both, in the order of the smaller set, or of the iterable."""
    other = set_operand(other)
    if s is other:
        return set_into(result, s)
    if is_set(other):
        if ld(other, SET_LENGTH) > ld(s, SET_LENGTH):
            return set_copy_keys(result, s, other, True)
        return set_copy_keys(result, other, s, True)
    it = iterate(other)
    while True:
        key = iternext(it)
        if key is END:
            return result
        low = hash_wide(key)
        high = hash_high
        found = set_find(s, key, low, high)
        if ld(ld(s, SET_TABLE), found) is not END:
            set_add_hashed(result, key, low, high)


def set_difference(result, s, other):
    """The keys of s that other has not."""
    other = set_operand(other)
    if is_set(other):
        if ld(s, SET_LENGTH) >> 2 > ld(other, SET_LENGTH):
            set_merge(result, s)
            set_difference_update(result, other)
            return result
        return set_copy_keys(result, s, other, False)
    if tag(other) == DICT:
        if ld(s, SET_LENGTH) >> 2 > ld(other, DICT_LENGTH):
            set_merge(result, s)
            set_difference_update(result, other)
            return result
        at = set_next(s, FIRST_SET_ENTRY)
        while at is not END:
            key = ld(ld(s, SET_TABLE), at)
            if dict_get(other, key) is END:
                set_add(result, key)
            at = set_next(s, at + SET_ENTRY_WORDS)
        return result
    set_merge(result, s)
    set_difference_update(result, other)
    return result


def set_difference_update(s, other):
    """Removes the items of an iterable; then many dummies."""
    other = set_operand(other)
    if s is other:
        set_clear(s)
        return
    if is_set(other):
        at = set_next(other, FIRST_SET_ENTRY)
        while at is not END:
            table = ld(other, SET_TABLE)
            low = ld(table, at + SET_ENTRY_HASH_LOW)
            set_discard_hashed(s, ld(table, at), low, ld(table, at + SET_ENTRY_HASH_HIGH))
            at = set_next(other, at + SET_ENTRY_WORDS)
    else:
        it = iterate(other)
        while True:
            key = iternext(it)
            if key is END:
                break
            low = hash_wide(key)
            set_discard_hashed(s, key, low, hash_high)
    if ld(s, SET_FILL) - ld(s, SET_LENGTH) > ld(s, SET_MASK) >> 2:
        try:
            set_resize(s, growth(ld(s, SET_LENGTH)))
        except MemoryError:
            # The dummies stay.
            return


def set_xor_update(s, other):
    """Removes the items of an iterable that the set has, and adds the others."""
    other = set_operand(other)
    if s is other:
        set_clear(s)
        return
    if tag(other) == DICT:
        at = dict_next(other, DICT_FIRST)
        while at is not END:
            key = ld(ld(other, DICT_ENTRIES), at)
            if not set_discard(s, key):
                set_add(s, key)
            at = dict_next(other, at + DICT_ENTRY_WORDS)
        return
    if not is_set(other):
        other = set_into(new_set(), other)
    at = set_next(other, FIRST_SET_ENTRY)
    while at is not END:
        table = ld(other, SET_TABLE)
        key = ld(table, at)
        low = ld(table, at + SET_ENTRY_HASH_LOW)
        high = ld(table, at + SET_ENTRY_HASH_HIGH)
        if not set_discard_hashed(s, key, low, high):
            set_add_hashed(s, key, low, high)
        at = set_next(other, at + SET_ENTRY_WORDS)


def set_symmetric(result, s, other):
    """The keys that only one has: other's, then those of s."""
    set_update(result, other)
    set_xor_update(result, s)
    return result


def set_swap(s, other):
    """Gives a set the keys of a new one."""
    st(s, SET_LENGTH, ld(other, SET_LENGTH))
    st(s, SET_FILL, ld(other, SET_FILL))
    st(s, SET_MASK, ld(other, SET_MASK))
    st(s, SET_TABLE, ld(other, SET_TABLE))


def is_subset(s, other):
    """True if other has all keys of s."""
    if ld(s, SET_LENGTH) > ld(other, SET_LENGTH):
        return False
    at = set_next(s, FIRST_SET_ENTRY)
    while at is not END:
        table = ld(s, SET_TABLE)
        low = ld(table, at + SET_ENTRY_HASH_LOW)
        found = set_find(other, ld(table, at), low, ld(table, at + SET_ENTRY_HASH_HIGH))
        if ld(ld(other, SET_TABLE), found) is END:
            return False
        at = set_next(s, at + SET_ENTRY_WORDS)
    return True


def set_equal(a, b):
    """True if both have the same keys."""
    if ld(a, SET_LENGTH) != ld(b, SET_LENGTH):
        return False
    return is_subset(a, b)


def set_issuperset(s, other):
    """True if the set has all items of an iterable."""
    other = set_operand(other)
    if is_set(other):
        return is_subset(other, s)
    it = iterate(other)
    while True:
        key = iternext(it)
        if key is END:
            return True
        if not set_has(s, key):
            return False


def set_isdisjoint(s, other):
    """True if the set has no item of an iterable."""
    other = set_operand(other)
    if s is other:
        return ld(s, SET_LENGTH) == 0
    if is_set(other) and ld(other, SET_LENGTH) > ld(s, SET_LENGTH):
        return set_isdisjoint(other, s)
    it = iterate(other)
    while True:
        key = iternext(it)
        if key is END:
            return True
        if set_has(s, key):
            return False


def set_repr(s, raw):
    """`{a, b}`, `set()`, `frozenset({a})`; `set(...)` for one within itself."""
    name = type_name(raw)
    if ld(s, SET_LENGTH) == 0:
        return f"{name}()"
    check_stack(" while getting the repr of an object")
    if repr_enter(s):
        return f"{name}(...)"
    try:
        text = new_builder()
        plain = is_a(raw, set)
        if not plain:
            put_text(text, name)
            put_char(text, 0x28)
        put_char(text, 0x7B)
        at = set_next(s, FIRST_SET_ENTRY)
        while at is not END:
            put_text(text, repr_text(ld(ld(s, SET_TABLE), at)))
            at = set_next(s, at + SET_ENTRY_WORDS)
            if at is not END:
                put_text(text, ", ")
        put_char(text, 0x7D)
        if not plain:
            put_char(text, 0x29)
    finally:
        repr_leave(s)
    return built(text)


def set_iterator_of(s):
    """iter(s)"""
    it = alloc(set_iterator, SET_ITERATOR_WORDS)
    st(it, ITERATOR_NEXT, next_of_set)
    st(it, ITERATOR_SOURCE, s)
    st(it, SET_ITERATOR_AT, FIRST_SET_ENTRY)
    st(it, SET_ITERATOR_LENGTH, ld(s, SET_LENGTH))
    return it


def next_of_set(it):
    """The next key; the length must not change meanwhile."""
    s = ld(it, ITERATOR_SOURCE)
    if ld(s, SET_LENGTH) != ld(it, SET_ITERATOR_LENGTH):
        st(it, SET_ITERATOR_LENGTH, -1)
        raise RuntimeError("Set changed size during iteration")
    at = set_next(s, ld(it, SET_ITERATOR_AT))
    if at is END:
        iterator_end(it)
        return END
    st(it, SET_ITERATOR_AT, at + SET_ENTRY_WORDS)
    return ld(ld(s, SET_TABLE), at)


class set_iterator:
    """Iterator over a set."""

    def __iter__(self):
        return self

    def __next__(self):
        return next_or_stop(self)

    def __length_hint__(self):
        if ld(self, ITERATOR_NEXT) is iterator_done:
            return 0
        left = 0
        at = set_next(ld(self, ITERATOR_SOURCE), ld(self, SET_ITERATOR_AT))
        while at is not END:
            left += 1
            at = set_next(ld(self, ITERATOR_SOURCE), at + SET_ENTRY_WORDS)
        return left
