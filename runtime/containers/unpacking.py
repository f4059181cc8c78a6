"""Unpacking assignments."""


def unpack(value, n):
    """The items of an iterable, which must be n, as a TUPLE."""
    kind = tag(value)
    if kind == TUPLE:
        if ld(value, TUPLE_LENGTH) == n:
            return value
        return wrong_length(n, ld(value, TUPLE_LENGTH))
    if kind == LIST:
        if ld(value, LIST_LENGTH) == n:
            return list_to_tuple(value)
        return wrong_length(n, ld(value, LIST_LENGTH))
    it = unpackable(value)
    result = new_tuple(n)
    for i in range(n):
        item = iternext(it)
        if item is END:
            wrong_length(n, i)
        st(result, TUPLE_ITEMS + i, item)
    if iternext(it) is not END:
        wrong_length(n, n + 1)
    return result


def unpackable(value):
    """An iterator over a value that is unpacked."""
    if not is_iterable(value):
        raise TypeError(f"cannot unpack non-iterable {type_name(value)} object")
    return iterate(value)


def wrong_length(n, given):
    """Raises ValueError: there are too many items, or too few."""
    if given > n:
        raise ValueError(f"too many values to unpack (expected {n})")
    raise ValueError(f"not enough values to unpack (expected {n}, got {given})")


def unpack_ex(value, before, after):
    """The items of an iterable as a TUPLE: so many before and after a starred target,
    whose list is between them."""
    middle = list_of_unpackable(value)
    length = ld(middle, LIST_LENGTH)
    if length < before + after:
        raise ValueError(
            f"not enough values to unpack (expected at least {before + after}, got {length})"
        )
    result = new_tuple(before + 1 + after)
    storage = ld(middle, LIST_STORAGE)
    copy_words(storage, STORAGE_ITEMS, result, TUPLE_ITEMS, before)
    st(result, TUPLE_ITEMS + before, middle)
    last = STORAGE_ITEMS + length - after
    copy_words(storage, last, result, TUPLE_ITEMS + before + 1, after)
    list_shrink(middle, length - after)
    list_delete_range(middle, 0, before)
    return result


def list_of_unpackable(value):
    """A new list of the items of a value that is unpacked."""
    if not is_iterable(value):
        raise TypeError(f"cannot unpack non-iterable {type_name(value)} object")
    return list_of(value)
