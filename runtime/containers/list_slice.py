"""Items and slices of lists: read, replaced, deleted."""


def list_subscript(items, key):
    """items[key]"""
    if is_a(key, slice):
        slice_bounds(key, items)
        return list_slice(items)
    # __index__ runs before the length is read.
    if tag(key) != INT and has_index(key):
        key = small_index(key)
    i = sequence_index(key, ld(items, LIST_LENGTH), "list")
    if i < 0:
        raise IndexError("list index out of range")
    return ld(ld(items, LIST_STORAGE), STORAGE_ITEMS + i)


def list_slice(items):
    """A new list of the items that the slice_… variables select."""
    start = slice_start
    step = slice_step
    length = slice_length
    result = new_list(length)
    target = ld(result, LIST_STORAGE)
    source = ld(items, LIST_STORAGE)
    if step == 1:
        copy_words(source, STORAGE_ITEMS + start, target, STORAGE_ITEMS, length)
    else:
        for i in range(length):
            st(target, STORAGE_ITEMS + i, ld(source, STORAGE_ITEMS + start))
            start += step
    return result


def list_store(items, key, value):
    """items[key] = value"""
    if is_a(key, slice):
        list_store_slice(items, key, value)
        return
    if tag(key) != INT and has_index(key):
        key = small_index(key)
    i = sequence_index(key, ld(items, LIST_LENGTH), "list")
    if i < 0:
        raise IndexError("list assignment index out of range")
    st(ld(items, LIST_STORAGE), STORAGE_ITEMS + i, value)


def list_store_slice(items, key, value):
    """items[start:stop:step] = value"""
    slice_unpack(key)
    start = slice_start
    stop = slice_stop
    step = slice_step
    slice_adjust(ld(items, LIST_LENGTH))
    if tag(value) == LIST and value is not items:
        new = value
    else:
        message = "must assign iterable to extended slice"
        if step == 1:
            message = "can only assign an iterable"
        new = items_of(value, message)
        select(start, stop, step, ld(items, LIST_LENGTH))
    count = ld(new, LIST_LENGTH)
    start = slice_start
    length = slice_length
    if step == 1:
        list_replace(items, start, length, new)
    elif count != length:
        raise ValueError(
            f"attempt to assign sequence of size {count} to extended slice of size {length}"
        )
    else:
        source = ld(new, LIST_STORAGE)
        target = ld(items, LIST_STORAGE)
        for i in range(count):
            st(target, STORAGE_ITEMS + start, ld(source, STORAGE_ITEMS + i))
            start += step


def select(start, stop, step, length):
    """Adjusts bounds that were read before to a sequence's length."""
    global slice_start, slice_stop, slice_step
    slice_start = start
    slice_stop = stop
    slice_step = step
    slice_adjust(length)


def list_replace(items, start, length, new):
    """Replaces so many items from start by those of another list."""
    count = ld(new, LIST_LENGTH)
    old = ld(items, LIST_LENGTH)
    after = start + length
    if count > length:
        storage = list_reserve(items, old + count - length)
        at = STORAGE_ITEMS + start
        copy_words_up(storage, at + length, storage, at + count, old - after)
        st(items, LIST_LENGTH, old + count - length)
    elif count < length:
        list_delete_range(items, start + count, after)
        storage = ld(items, LIST_STORAGE)
    else:
        storage = ld(items, LIST_STORAGE)
    copy_words(ld(new, LIST_STORAGE), STORAGE_ITEMS, storage, STORAGE_ITEMS + start, count)


def list_delete(items, key):
    """del items[key]"""
    if is_a(key, slice):
        slice_bounds(key, items)
        list_delete_slice(items)
        return
    if tag(key) != INT and has_index(key):
        key = small_index(key)
    i = sequence_index(key, ld(items, LIST_LENGTH), "list")
    if i < 0:
        raise IndexError("list assignment index out of range")
    list_delete_range(items, i, i + 1)


def list_delete_slice(items):
    """Deletes the items that the slice_… variables select."""
    start = slice_start
    step = slice_step
    count = slice_length
    if count == 0:
        return
    if step < 0:
        start = start + (count - 1) * step
        step = -step
    if step == 1:
        list_delete_range(items, start, start + count)
        return
    length = ld(items, LIST_LENGTH)
    storage = ld(items, LIST_STORAGE)
    to = start
    next = start
    for i in range(start, length):
        if i == next and count:
            next += step
            count -= 1
        else:
            st(storage, STORAGE_ITEMS + to, ld(storage, STORAGE_ITEMS + i))
            to += 1
    list_shrink(items, to)
