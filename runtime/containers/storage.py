"""Storage: the words behind a list, a dictionary or a set. It never grows: its owner
replaces it, so that a routine which holds one can tell by `is` whether it is still the
owner's."""


class storage:
    """Items, after their capacity. No program sees one."""


def storage_words(words):
    """The size of the heap's block for an object of so many words: 2, 3, 4, 6, 8, 12 …"""
    if words <= 2:
        return 2
    power = rshl(1, 31 - rclz(words - 1))
    if words <= power + (power >> 1):
        return power + (power >> 1)
    return power << 1


def new_storage(capacity):
    """Storage for at least so many items: as many as the block holds."""
    words = storage_words(capacity + STORAGE_ITEMS)
    items = alloc(storage, words)
    st(items, STORAGE_CAPACITY, words - STORAGE_ITEMS)
    return items


def new_table(capacity):
    """Storage for exactly so many items."""
    items = alloc(storage, capacity + STORAGE_ITEMS)
    st(items, STORAGE_CAPACITY, capacity)
    return items


def copy_words(source, at, target, to, count):
    """Copies words between objects; ascending, so that items may move down within one."""
    source = radd(source, at)
    target = radd(target, to)
    end = radd(source, count)
    while source < end:
        st(target, WORD, ld(source, WORD))
        source += 1
        target += 1


def copy_words_up(source, at, target, to, count):
    """Copies words in descending order, so that items may move up within an object."""
    source = radd(source, at)
    target = radd(target, to)
    end = radd(source, count)
    target = radd(target, count)
    while end > source:
        end -= 1
        target -= 1
        st(target, WORD, ld(end, WORD))


def clear_words(target, at, count):
    """Forgets words, so that the collector does not keep what they refer to."""
    target = radd(target, at)
    end = radd(target, count)
    while target < end:
        st(target, WORD, END)
        target += 1
