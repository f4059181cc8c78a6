"""The table of a dictionary, as in CPython: entries in the order of insertion, and an
index of a power of two that finds them.

An entry is three words, hash, key and value. The index holds for an entry the offset of
its key in the storage ENTRIES, DICT_DELETED where an entry was, and END where none has ever
been; in place of its capacity it has its mask. FREE entries can be added before the
table is built anew, which also drops deleted ones (their key is END).

A dictionary without an index has at most entries whose hashes are unknown: so are those
of the image. Any user code may run while keys are compared; then the table may be
another one, and the search begins anew."""

DICT_FIRST = STORAGE_ITEMS + DICT_ENTRY_KEY
DICT_SLOT_VALUE = DICT_ENTRY_VALUE - DICT_ENTRY_KEY
DICT_SLOT_WORDS = DICT_ENTRY_WORDS
DICT_DELETED = -1
INDEX_MASK = STORAGE_CAPACITY
INDEX_ITEMS = STORAGE_ITEMS
INDEX_WORDS = STORAGE_WORDS
SMALLEST_INDEX = 8
PERTURB_SHIFT = 5


def new_dict():
    """An empty dictionary."""
    d = alloc(dict, DICT_WORDS)
    st(d, DICT_LENGTH, 0)
    st(d, DICT_USED, 0)
    st(d, DICT_ENTRIES, None)
    st(d, DICT_INDEX, None)
    st(d, DICT_FREE, 0)
    return d


def dict_get(d, key):
    """The value of a key, or END."""
    hash = hash_key(key)
    index = ld(d, DICT_INDEX)
    if index is not None:
        at = ld(index, INDEX_ITEMS + (hash & ld(index, INDEX_MASK)))
        if at is not END:
            if at >= 0:
                entries = ld(d, DICT_ENTRIES)
                if ld(entries, at) is key:
                    return ld(entries, at + DICT_SLOT_VALUE)
            at = dict_find(d, key, hash)
            if at is not END:
                return ld(ld(d, DICT_ENTRIES), at + DICT_SLOT_VALUE)
        return END
    dict_prepare(d)
    at = dict_find(d, key, hash)
    if at is END:
        return END
    return ld(ld(d, DICT_ENTRIES), at + DICT_SLOT_VALUE)


def dict_get_name(d, name):
    """The value of a key that is a STR, where all keys that are equal to it are, or END. No
    user code runs."""
    index = ld(d, DICT_INDEX)
    if index is None:
        index = dict_prepare(d)
    hash = ld(name, STR_HASH)
    if hash == 0:
        hash = str_hash(name)
    entries = ld(d, DICT_ENTRIES)
    mask = ld(index, INDEX_MASK)
    perturb = hash
    i = hash & mask
    while True:
        at = ld(index, INDEX_ITEMS + i)
        if at is END:
            return END
        if at >= 0:
            found = ld(entries, at)
            if found is name or ld(entries, at - 1) == hash and tag(found) == STR and str_equal(found, name):
                return ld(entries, at + DICT_SLOT_VALUE)
        perturb = rshr(perturb, PERTURB_SHIFT)
        i = radd(radd(rshl(i, 2), i), radd(perturb, 1)) & mask


def dict_set(d, key, value):
    """Sets the value of a key, adding it if it is new."""
    dict_set_hashed(d, key, hash_key(key), value)


def dict_set_hashed(d, key, hash, value):
    """Sets the value of a key whose hash is known."""
    index = ld(d, DICT_INDEX)
    if index is None:
        index = dict_prepare(d)
    at = ld(index, INDEX_ITEMS + (hash & ld(index, INDEX_MASK)))
    if at is not END:
        if at >= 0:
            entries = ld(d, DICT_ENTRIES)
            if ld(entries, at) is key:
                st(entries, at + DICT_SLOT_VALUE, value)
                return
        at = dict_find(d, key, hash)
        if at is not END:
            st(ld(d, DICT_ENTRIES), at + DICT_SLOT_VALUE, value)
            return
    dict_add(d, key, hash, value)


def dict_find(d, key, hash):
    """The offset of a key in the entries, or END. The dictionary has an index."""
    index = ld(d, DICT_INDEX)
    entries = ld(d, DICT_ENTRIES)
    mask = ld(index, INDEX_MASK)
    perturb = hash
    i = hash & mask
    while True:
        at = ld(index, INDEX_ITEMS + i)
        if at is END:
            return END
        if at >= 0:
            found = ld(entries, at)
            if found is key:
                return at
            if ld(entries, at - 1) == hash:
                if tag(found) == STR and tag(key) == STR:
                    if str_equal(found, key):
                        return at
                else:
                    same = equals(found, key)
                    if (
                        ld(d, DICT_INDEX) is not index
                        or ld(d, DICT_ENTRIES) is not entries
                        or ld(entries, at) is not found
                    ):
                        if ld(d, DICT_INDEX) is None:
                            dict_prepare(d)
                        return dict_find(d, key, hash)
                    if same:
                        return at
        perturb = rshr(perturb, PERTURB_SHIFT)
        i = radd(radd(rshl(i, 2), i), radd(perturb, 1)) & mask


def dict_add(d, key, hash, value):
    """Adds a key that the dictionary does not have."""
    if ld(d, DICT_FREE) == 0:
        dict_rebuild(d, ld(d, DICT_LENGTH) * 3)
    index = ld(d, DICT_INDEX)
    entries = ld(d, DICT_ENTRIES)
    used = ld(d, DICT_USED)
    at = DICT_FIRST + used * DICT_ENTRY_WORDS
    st(entries, at - 1, hash)
    st(entries, at, key)
    st(entries, at + DICT_SLOT_VALUE, value)
    index_entry(index, hash, at)
    st(d, DICT_USED, used + 1)
    st(d, DICT_FREE, ld(d, DICT_FREE) - 1)
    st(d, DICT_LENGTH, ld(d, DICT_LENGTH) + 1)


def index_entry(index, hash, at):
    """Enters an entry at the first place of the index that is not taken."""
    mask = ld(index, INDEX_MASK)
    perturb = hash
    i = hash & mask
    while True:
        taken = ld(index, INDEX_ITEMS + i)
        if taken is END or taken == DICT_DELETED:
            st(index, INDEX_ITEMS + i, at)
            return
        perturb = rshr(perturb, PERTURB_SHIFT)
        i = radd(radd(rshl(i, 2), i), radd(perturb, 1)) & mask


def index_size(needed):
    """The size of the smallest index for so many entries."""
    size = SMALLEST_INDEX
    while size < needed:
        size = size << 1
    return size


def dict_rebuild(d, needed):
    """Gives the dictionary a table of another size, without deleted entries."""
    size = index_size(needed)
    capacity = (size << 1) // 3
    index = new_index(size)
    entries = new_table(capacity * DICT_ENTRY_WORDS)
    old = ld(d, DICT_ENTRIES)
    at = DICT_FIRST
    source = DICT_FIRST
    end = DICT_FIRST + ld(d, DICT_USED) * DICT_ENTRY_WORDS
    while source < end:
        key = ld(old, source)
        if key is not END:
            hash = ld(old, source - 1)
            st(entries, at - 1, hash)
            st(entries, at, key)
            st(entries, at + DICT_SLOT_VALUE, ld(old, source + DICT_SLOT_VALUE))
            index_entry(index, hash, at)
            at += DICT_ENTRY_WORDS
        source += DICT_ENTRY_WORDS
    length = ld(d, DICT_LENGTH)
    st(d, DICT_ENTRIES, entries)
    st(d, DICT_INDEX, index)
    st(d, DICT_USED, length)
    st(d, DICT_FREE, capacity - length)


def new_index(size):
    """An empty index."""
    index = alloc(storage, INDEX_ITEMS + size)
    st(index, INDEX_MASK, size - 1)
    return index


def dict_prepare(d):
    """The index of a dictionary that had none: empty, or an image's, whose keys are
    strings."""
    entries = ld(d, DICT_ENTRIES)
    at = DICT_FIRST
    end = DICT_FIRST + ld(d, DICT_USED) * DICT_ENTRY_WORDS
    while at < end:
        if ld(entries, at) is not END:
            st(entries, at - 1, str_hash(ld(entries, at)))
        at += DICT_ENTRY_WORDS
    needed = ld(d, DICT_LENGTH) * 3 // 2 + 1
    dict_rebuild(d, needed)
    return ld(d, DICT_INDEX)


def dict_at(d, key):
    """The offset of a key's entry, or END; the key is hashed in any case."""
    hash = hash_key(key)
    if ld(d, DICT_INDEX) is None:
        dict_prepare(d)
    return dict_find(d, key, hash)


def dict_remove(d, at):
    """Deletes the entry whose key is at this offset."""
    entries = ld(d, DICT_ENTRIES)
    index = ld(d, DICT_INDEX)
    mask = ld(index, INDEX_MASK)
    perturb = ld(entries, at - 1)
    i = perturb & mask
    while ld(index, INDEX_ITEMS + i) is not at:
        perturb = rshr(perturb, PERTURB_SHIFT)
        i = radd(radd(rshl(i, 2), i), radd(perturb, 1)) & mask
    st(index, INDEX_ITEMS + i, DICT_DELETED)
    st(entries, at - 1, 0)
    st(entries, at, END)
    st(entries, at + DICT_SLOT_VALUE, END)
    st(d, DICT_LENGTH, ld(d, DICT_LENGTH) - 1)


def dict_del(d, key):
    """Deletes a key; False if the dictionary does not have it."""
    at = dict_at(d, key)
    if at is END:
        return False
    dict_remove(d, at)
    return True


def dict_take(d, key):
    """Deletes a key and returns its value, or END."""
    at = dict_at(d, key)
    if at is END:
        return END
    value = ld(ld(d, DICT_ENTRIES), at + DICT_SLOT_VALUE)
    dict_remove(d, at)
    return value


def dict_clear(d):
    """Removes all entries."""
    st(d, DICT_LENGTH, 0)
    st(d, DICT_USED, 0)
    st(d, DICT_FREE, 0)
    st(d, DICT_INDEX, None)
    st(d, DICT_ENTRIES, None)


def dict_next(d, at):
    """The offset of the first key at or after an offset, or END. DICT_FIRST begins."""
    entries = ld(d, DICT_ENTRIES)
    end = DICT_FIRST + ld(d, DICT_USED) * DICT_ENTRY_WORDS
    while at < end:
        if ld(entries, at) is not END:
            return at
        at += DICT_ENTRY_WORDS
    return END


def dict_copy(d):
    """A new dictionary with the same entries."""
    result = new_dict()
    if ld(d, DICT_LENGTH) == 0:
        return result
    if ld(d, DICT_INDEX) is None:
        dict_prepare(d)
    st(result, DICT_ENTRIES, ld(d, DICT_ENTRIES))
    st(result, DICT_USED, ld(d, DICT_USED))
    st(result, DICT_LENGTH, ld(d, DICT_LENGTH))
    dict_rebuild(result, ld(d, DICT_LENGTH) * 3 // 2 + 1)
    return result
