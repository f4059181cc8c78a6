"""Subscripts: reading, storing and deleting items, and `in`.

Lists, dictionaries, tuples and strings come first, by INT and by key; then the methods
of the object's type."""


@trap("ldx")
def get_item(o, key):
    """o[key]"""
    if is_a(o, LIST):
        if tag(key) == INT:
            if rltu(key, ld(o, LIST_LENGTH)):
                return ld(ld(o, LIST_STORAGE), STORAGE_ITEMS + key)
        return list_subscript(o, key)
    if is_a(o, DICT):
        value = dict_get(o, key)
        if value is END:
            raise_key_error(key)
        return value
    if is_a(o, TUPLE):
        if tag(key) == INT:
            if rltu(key, ld(o, TUPLE_LENGTH)):
                return ld(o, TUPLE_ITEMS + key)
        return tuple_subscript(o, key)
    if tag(o) == STR:
        return str_subscript(o, key)
    return get_item_by_methods(o, key)


def str_subscript(text, key):
    """A character, or a slice of a string."""
    if is_a(key, slice):
        slice_bounds(key, text)
        return str_slice(text, slice_start, slice_stop, slice_step, slice_length)
    length = ld(text, STR_LENGTH)
    if tag(key) != INT:
        if not has_index(key):
            raise TypeError(f"string indices must be integers, not '{type_name(key)}'")
        key = small_index(key)
    i = sequence_index(key, length, "string")
    if i < 0:
        raise IndexError("string index out of range")
    return str_getitem(text, i)


class generic_class:
    """Can exist if the program mentions a builtin class that takes arguments in brackets."""


def get_item_by_methods(o, key):
    """o[key] by __getitem__, or by __class_getitem__ of a class."""
    result = special1(o, "__getitem__", key)
    if result is not END:
        return result
    if exists(class_value) and tag(o) == CLASS:
        if (exists(generic_class) or defined("__class__")) and o is type:
            return generic_alias(o, key)
        if exists(generic_class) or defined("__class__") or defined("__class_getitem__"):
            function = find_attribute(o, "__class_getitem__")
            if function is not END:
                return function(key)
        raise TypeError(f"type '{ld(o, CLASS_NAME)}' is not subscriptable")
    raise TypeError(f"'{type_name(o)}' object is not subscriptable")


@trap("stx")
def store_item(o, key):
    """o[key] = value; the value is in the frame of the instruction."""
    value = ldf(link(depth(), LINK_DST), 0)
    if is_a(o, LIST):
        if tag(key) == INT:
            if rltu(key, ld(o, LIST_LENGTH)):
                st(ld(o, LIST_STORAGE), STORAGE_ITEMS + key, value)
                return
    set_item(o, key, value)


def set_item(o, key, value):
    """o[key] = value"""
    if is_a(o, LIST):
        list_store(o, key, value)
    elif is_a(o, DICT):
        dict_set(o, key, value)
    elif special2(o, "__setitem__", key, value) is END:
        if special(o, "__delitem__") is not END:
            raise AttributeError("__setitem__")
        raise TypeError(f"'{type_name(o)}' object does not support item assignment")


@trap("delx")
def delete_item(o, key):
    """del o[key]"""
    if is_a(o, DICT):
        if not dict_del(o, key):
            raise_key_error(key)
    elif is_a(o, LIST):
        list_delete(o, key)
    elif special1(o, "__delitem__", key) is END:
        if special(o, "__setitem__") is not END:
            raise AttributeError("__delitem__")
        if has_index(key) and has_sequence_slots(o):
            raise TypeError(f"'{type_name(o)}' object doesn't support item deletion")
        raise TypeError(f"'{type_name(o)}' object does not support item deletion")


def has_sequence_slots(o):
    """True for the types that are sequences to CPython, as all classes of programs are."""
    kind = tag(o)
    if kind == OBJECT:
        return ld(class_of(o), CLASS_FLAGS) & CLASS_FROM_PROGRAM != 0
    if kind == STR or kind == TUPLE:
        return True
    return is_set_like(o) or is_a(o, range) or is_a(o, bytes)


@trap("in", "jin", "fjin")
def is_in(item, container):
    """item in container"""
    return contains(container, item)


@trap("nin")
def is_not_in(item, container):
    """item not in container"""
    return not contains(container, item)


def contains(container, item):
    """True if the container has the item."""
    if is_a(container, DICT):
        return dict_get(container, item) is not END
    if is_a(container, LIST):
        return list_find(container, item, 0, LARGE_INDEX) >= 0
    if tag(container) == STR:
        if tag(payload_of(item)) != STR:
            raise TypeError(
                f"'in <string>' requires string as left operand, not {type_name(item)}"
            )
        return str_contains(container, payload_of(item))
    if is_a(container, TUPLE):
        return tuple_contains(container, item)
    if is_a(container, set) or is_a(container, frozenset):
        return set_has(container, item)
    return contains_by_methods(container, item)


def contains_by_methods(container, item):
    """True if __contains__ says so, or if iteration finds the item."""
    if special(container, "__contains__") is None:
        raise TypeError(f"'{type_name(container)}' object is not a container")
    result = special1(container, "__contains__", item)
    if result is not END:
        return truth(result)
    try:
        it = iterate(container)
    except TypeError:
        it = END
    if it is END:
        raise TypeError(f"argument of type '{type_name(container)}' is not iterable")
    while True:
        found = iternext(it)
        if found is END:
            return False
        if equals(found, item):
            return True
