"""Sorting: a stable merge sort that notices order which is already there.

Only `<` is asked. Comparisons and key functions are user code: meanwhile the list is
empty, and whatever happens, it gets all its items back."""

SORT_SHORT = 8


@builtin
def sorted(iterable, /, *, key=None, reverse=False):
    """A new sorted list."""
    items = list_of(iterable)
    sort_list(items, key, reverse)
    return items


def sort_list(items, key, reverse):
    """Sorts a list in place."""
    backwards = index_of(reverse) is not 0
    length = ld(items, LIST_LENGTH)
    if length == 0 or length == 1 and key is None:
        return
    values = ld(items, LIST_STORAGE)
    empty = empty_storage()
    st(items, LIST_LENGTH, 0)
    st(items, LIST_STORAGE, empty)
    changed = False
    try:
        if key is None:
            sort_items(values, None, length, backwards)
        else:
            keys = new_storage(length)
            for i in range(length):
                st(keys, STORAGE_ITEMS + i, key(ld(values, STORAGE_ITEMS + i)))
            sort_items(keys, values, length, backwards)
    finally:
        changed = ld(items, LIST_STORAGE) is not empty or ld(items, LIST_LENGTH) != 0
        st(items, LIST_STORAGE, values)
        st(items, LIST_LENGTH, length)
    if changed:
        raise ValueError("list modified during sort")


def sort_items(keys, values, length, backwards):
    """Sorts keys, and values with them unless they are None. In descending order equal
    items keep their order too: both ends are swapped before and after."""
    if length < 2:
        return
    if backwards:
        reverse_both(keys, values, length)
    try:
        run = descending(keys, length)
        if run == length:
            reverse_both(keys, values, length)
        elif ascending(keys, length) != length:
            half = length - (length >> 1)
            spare_values = None
            if values is not None:
                spare_values = new_storage(half)
            sort_range(keys, values, 0, length, new_storage(half), spare_values)
    finally:
        if backwards:
            reverse_both(keys, values, length)


def reverse_both(keys, values, length):
    """Reverses the order of keys and values."""
    reverse_words(keys, STORAGE_ITEMS, length)
    if values is not None:
        reverse_words(values, STORAGE_ITEMS, length)


def descending(keys, length):
    """The length of the strictly descending run at the beginning."""
    i = 1
    while i < length:
        if not less(ld(keys, STORAGE_ITEMS + i), ld(keys, STORAGE_ITEMS + i - 1)):
            return i
        i += 1
    return i


def ascending(keys, length):
    """The length of the ascending run at the beginning."""
    i = 1
    while i < length:
        if less(ld(keys, STORAGE_ITEMS + i), ld(keys, STORAGE_ITEMS + i - 1)):
            return i
        i += 1
    return i


def less(a, b):
    """a < b, as a bool."""
    kind = tag(a)
    if kind == INT and tag(b) == INT:
        return a < b
    if kind == STR and tag(b) == STR:
        return str_compare(a, b) < 0
    result = compare_lt(a, b)
    if tag(result) == BOOL:
        return result
    return truth(result)


def sort_range(keys, values, start, stop, spare, spare_values):
    """Sorts the items from start up to stop."""
    if stop - start <= SORT_SHORT:
        insert_all(keys, values, start, stop)
        return
    middle = start + (stop - start + 1 >> 1)
    sort_range(keys, values, start, middle, spare, spare_values)
    sort_range(keys, values, middle, stop, spare, spare_values)
    if less(ld(keys, STORAGE_ITEMS + middle), ld(keys, STORAGE_ITEMS + middle - 1)):
        merge_runs(keys, values, start, middle, stop, spare, spare_values)


def insert_all(keys, values, start, stop):
    """Sorts a few items: each moves down to its place."""
    for i in range(start + 1, stop):
        key = ld(keys, STORAGE_ITEMS + i)
        to = i
        while to > start and less(key, ld(keys, STORAGE_ITEMS + to - 1)):
            to -= 1
        if to != i:
            insert_word(keys, to, i)
            if values is not None:
                insert_word(values, to, i)


def insert_word(storage, to, at):
    """Moves an item down, and those between up."""
    word = ld(storage, STORAGE_ITEMS + at)
    copy_words_up(storage, STORAGE_ITEMS + to, storage, STORAGE_ITEMS + to + 1, at - to)
    st(storage, STORAGE_ITEMS + to, word)


def merge_runs(keys, values, start, middle, stop, spare, spare_values):
    """Merges two sorted neighbours. The lower one moves to the spare storage; what of it
    is left at any time fits in the gap below the upper one."""
    left = middle - start
    copy_words(keys, STORAGE_ITEMS + start, spare, STORAGE_ITEMS, left)
    if values is not None:
        copy_words(values, STORAGE_ITEMS + start, spare_values, STORAGE_ITEMS, left)
    i = 0
    to = start
    right = middle
    try:
        a = ld(spare, STORAGE_ITEMS)
        b = ld(keys, STORAGE_ITEMS + right)
        while True:
            if tag(a) == INT and tag(b) == INT:
                upper = b < a
            else:
                upper = less(b, a)
            if upper:
                st(keys, STORAGE_ITEMS + to, b)
                if values is not None:
                    st(values, STORAGE_ITEMS + to, ld(values, STORAGE_ITEMS + right))
                to += 1
                right += 1
                if right == stop:
                    break
                b = ld(keys, STORAGE_ITEMS + right)
            else:
                st(keys, STORAGE_ITEMS + to, a)
                if values is not None:
                    st(values, STORAGE_ITEMS + to, ld(spare_values, STORAGE_ITEMS + i))
                to += 1
                i += 1
                if i == left:
                    break
                a = ld(spare, STORAGE_ITEMS + i)
    finally:
        copy_words(spare, STORAGE_ITEMS + i, keys, STORAGE_ITEMS + to, left - i)
        if values is not None:
            copy_words(spare_values, STORAGE_ITEMS + i, values, STORAGE_ITEMS + to, left - i)
