"""dict: its constructor, methods and operators."""


@builtin(tag=DICT)
class dict:
    """A dictionary, in the order of insertion."""

    __hash__ = None

    def __new__(cls, /, *args, **kwargs):
        d = new_dict()
        if cls is dict:
            return d
        return new_native(cls, d)

    def __init__(self, /, *args, **kwargs):
        if ld(args, TUPLE_LENGTH) > 1:
            raise TypeError(f"dict expected at most 1 argument, got {ld(args, TUPLE_LENGTH)}")
        if ld(args, TUPLE_LENGTH):
            update_dict(self, ld(args, TUPLE_ITEMS))
        if kwargs is not None:
            dict_update_from_dict(self, kwargs)

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        result = new_dict() if cls is dict else cls()
        plain = tag(result) == DICT
        it = iterate(iterable)
        while True:
            key = iternext(it)
            if key is END:
                return result
            if plain:
                dict_set(result, key, value)
            else:
                result[key] = value

    def __len__(self):
        return ld(self, DICT_LENGTH)

    def __contains__(self, key, /):
        return dict_get(self, key) is not END

    @raw
    def __getitem__(self, key, /):
        value = dict_get(dict_self(self, "__getitem__"), key)
        if value is END:
            if tag(self) == OBJECT:
                value = special1(self, "__missing__", key)
            if value is END:
                raise_key_error(key)
        return value

    def __setitem__(self, key, value, /):
        dict_set(self, key, value)

    def __delitem__(self, key, /):
        if not dict_del(self, key):
            raise_key_error(key)

    def __iter__(self):
        return dict_iterator(self)

    def __reversed__(self):
        return dict_reversed(self)

    def __eq__(self, other, /):
        other = payload_of(other)
        if tag(other) != DICT:
            return NotImplemented
        return dict_equal(self, other)

    def __or__(self, other, /):
        other = payload_of(other)
        if tag(other) != DICT:
            return NotImplemented
        result = dict_copy(self)
        dict_update_from_dict(result, other)
        return result

    def __ror__(self, other, /):
        other = payload_of(other)
        if tag(other) != DICT:
            return NotImplemented
        result = dict_copy(other)
        dict_update_from_dict(result, self)
        return result

    @raw
    def __ior__(self, other, /):
        update_dict(dict_self(self, "__ior__"), other)
        return self

    def __repr__(self):
        return dict_repr(self)

    def get(self, key, default=None, /):
        value = dict_get(self, key)
        if value is END:
            return default
        return value

    def setdefault(self, key, default=None, /):
        hash = hash_key(key)
        if ld(self, DICT_INDEX) is None:
            dict_prepare(self)
        at = dict_find(self, key, hash)
        if at is END:
            dict_add(self, key, hash, default)
            return default
        return ld(ld(self, DICT_ENTRIES), at + DICT_SLOT_VALUE)

    def pop(self, key, default=END, /):
        value = END
        # Nothing is hashed where nothing is.
        if ld(self, DICT_LENGTH):
            value = dict_take(self, key)
        if value is not END:
            return value
        if default is END:
            raise_key_error(key)
        return default

    def popitem(self):
        return dict_popitem(self)

    def clear(self):
        dict_clear(self)

    def copy(self):
        return dict_copy(self)

    def update(self, /, *args, **kwargs):
        if ld(args, TUPLE_LENGTH) > 1:
            raise TypeError(f"update expected at most 1 argument, got {ld(args, TUPLE_LENGTH)}")
        if ld(args, TUPLE_LENGTH):
            update_dict(self, ld(args, TUPLE_ITEMS))
        dict_update_from_dict(self, kwargs)

    def keys(self):
        return new_keys_view(self)

    def values(self):
        return new_values_view(self)

    def items(self):
        return new_items_view(self)

    @classmethod
    def __class_getitem__(cls, item, /):
        return generic_alias(cls, item)


def dict_self(x, name):
    """The dictionary that is the self of a method, or within it."""
    if tag(x) == DICT:
        return x
    return unwrap_self(x, dict, name)


def dict_popitem(d):
    """Removes the last entry and returns it as a pair."""
    if ld(d, DICT_LENGTH) == 0:
        raise KeyError("popitem(): dictionary is empty")
    if ld(d, DICT_INDEX) is None:
        dict_prepare(d)
    pair = new_tuple(2)
    entries = ld(d, DICT_ENTRIES)
    used = ld(d, DICT_USED) - 1
    while ld(entries, DICT_FIRST + used * DICT_ENTRY_WORDS) is END:
        used -= 1
    at = DICT_FIRST + used * DICT_ENTRY_WORDS
    st(pair, TUPLE_ITEMS, ld(entries, at))
    st(pair, TUPLE_ITEMS + 1, ld(entries, at + DICT_SLOT_VALUE))
    dict_remove(d, at)
    st(d, DICT_USED, used)
    return pair


def update_dict(d, other):
    """Adds the entries of a mapping, or of an iterable of pairs."""
    if tag(other) == DICT:
        dict_update_from_dict(d, other)
    elif tag(other) >= OBJECT and has_method(other, "keys"):
        dict_update_from_mapping(d, other)
    else:
        dict_update_from_pairs(d, other)


def dict_update_from_dict(d, other):
    """Adds the entries of a dictionary. The keys' methods may change either."""
    if d is other:
        return
    expected = ld(other, DICT_LENGTH)
    if expected == 0:
        return
    if ld(other, DICT_INDEX) is None:
        dict_prepare(other)
    at = dict_next(other, DICT_FIRST)
    while at is not END:
        entries = ld(other, DICT_ENTRIES)
        dict_set_hashed(d, ld(entries, at), ld(entries, at - 1), ld(entries, at + DICT_SLOT_VALUE))
        if ld(other, DICT_LENGTH) != expected:
            raise RuntimeError("dict mutated during update")
        at = dict_next(other, at + DICT_ENTRY_WORDS)


def dict_update_from_mapping(d, other):
    """Adds what an object with keys() has."""
    payload = payload_of(other)
    if tag(payload) == DICT and special(other, "__iter__") is special(payload, "__iter__"):
        dict_update_from_dict(d, payload)
        return
    keys = other.keys()
    it = items_of(keys, f"{type_name(other)}.keys() returned a non-iterable (type {type_name(keys)})")
    it = list_iterator_of(it)
    while True:
        key = iternext(it)
        if key is END:
            return
        dict_set(d, key, other[key])


def dict_update_from_pairs(d, other):
    """Adds the pairs of an iterable."""
    it = iterate(other)
    i = 0
    while True:
        item = iternext(it)
        if item is END:
            return
        pair = pair_of(item, i)
        dict_set(d, ld(pair, TUPLE_ITEMS), ld(pair, TUPLE_ITEMS + 1))
        i += 1


def pair_of(item, i):
    """An element of a sequence of pairs as a TUPLE of two."""
    if tag(item) == TUPLE:
        pair = item
    else:
        pair = tuple_of(items_of(item, f"cannot convert dictionary update sequence element #{i} to a sequence"))
    if ld(pair, TUPLE_LENGTH) != 2:
        length = ld(pair, TUPLE_LENGTH)
        raise ValueError(
            f"dictionary update sequence element #{i} has length {length}; 2 is required"
        )
    return pair


def dict_update(d, mapping):
    """`{**mapping}` in a display."""
    if tag(mapping) == DICT:
        dict_update_from_dict(d, mapping)
    elif tag(mapping) >= OBJECT and has_method(mapping, "keys"):
        dict_update_from_mapping(d, mapping)
    else:
        raise TypeError(f"'{type_name(mapping)}' object is not a mapping")


def dict_equal(a, b):
    """True if both have the same keys with equal values."""
    if ld(a, DICT_LENGTH) != ld(b, DICT_LENGTH):
        return False
    if ld(a, DICT_LENGTH) == 0 or a is b:
        return True
    check_stack(" in comparison")
    if ld(a, DICT_INDEX) is None:
        dict_prepare(a)
    if ld(b, DICT_INDEX) is None:
        dict_prepare(b)
    at = dict_next(a, DICT_FIRST)
    while at is not END:
        entries = ld(a, DICT_ENTRIES)
        value = ld(entries, at + DICT_SLOT_VALUE)
        if ld(b, DICT_INDEX) is None:
            return False
        found = dict_find(b, ld(entries, at), ld(entries, at - 1))
        if found is END:
            return False
        if not equals(value, ld(ld(b, DICT_ENTRIES), found + DICT_SLOT_VALUE)):
            return False
        at = dict_next(a, at + DICT_ENTRY_WORDS)
    return True


def dict_repr(d):
    """`{key: value, …}`; `{...}` for a dictionary within itself."""
    if ld(d, DICT_LENGTH) == 0:
        return "{}"
    check_stack(" while getting the repr of an object")
    if repr_enter(d):
        return "{...}"
    try:
        text = new_builder()
        put_char(text, 0x7B)
        at = dict_next(d, DICT_FIRST)
        while at is not END:
            value = ld(ld(d, DICT_ENTRIES), at + DICT_SLOT_VALUE)
            put_text(text, repr_text(ld(ld(d, DICT_ENTRIES), at)))
            put_text(text, ": ")
            put_text(text, repr_text(value))
            at = dict_next(d, at + DICT_ENTRY_WORDS)
            if at is not END:
                put_text(text, ", ")
        put_char(text, 0x7D)
    finally:
        repr_leave(d)
    return built(text)
