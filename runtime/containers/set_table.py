"""The table of a set: the open addressing of CPython with its sizes and its order of
probes, because the order of the table is the order of iteration.

An entry is three words: the key and the two words of its hash, of 64 bits. The key is
END where none has ever been, and DUMMY where one was removed. FILL counts keys and
dummies. Comparing keys may run user code that replaces the table; the search then
begins anew."""

SET_LENGTH = 1
SET_FILL = 2
SET_MASK = 3
SET_TABLE = 4
SET_FINGER = 5
SET_WORDS = 6
SET_ENTRY_WORDS = 3
FIRST_SET_ENTRY = 2
SET_ENTRY_HASH_LOW = 1
SET_ENTRY_HASH_HIGH = 2
SMALLEST_SET = 8
LINEAR_PROBES = 9


def new_set():
    """An empty set."""
    return start_set(alloc(set, SET_WORDS))


def new_frozenset():
    """An empty frozenset, to be filled before anything else sees it."""
    return start_set(alloc(frozenset, SET_WORDS))


def start_set(s):
    """Sets the words of a new set."""
    st(s, SET_LENGTH, 0)
    st(s, SET_FILL, 0)
    st(s, SET_MASK, SMALLEST_SET - 1)
    st(s, SET_FINGER, 0)
    st(s, SET_TABLE, new_table(SMALLEST_SET * SET_ENTRY_WORDS))
    return s


def set_find(s, key, low, high):
    """The offset of the entry of a key, or of the empty one where the search ended."""
    table = ld(s, SET_TABLE)
    mask = ld(s, SET_MASK)
    i = low & mask
    at = FIRST_SET_ENTRY + i * SET_ENTRY_WORDS
    found = ld(table, at)
    if found is END or found is key:
        return at
    perturb = low
    upper = high
    while True:
        at = FIRST_SET_ENTRY + i * SET_ENTRY_WORDS
        last = at
        if i + LINEAR_PROBES <= mask:
            last = at + LINEAR_PROBES * SET_ENTRY_WORDS
        while at <= last:
            found = ld(table, at)
            if found is END or found is key:
                return at
            if ld(table, at + SET_ENTRY_HASH_LOW) == low and ld(table, at + SET_ENTRY_HASH_HIGH) == high:
                if tag(found) != RAW:
                    same = equals(found, key)
                    if (
                        ld(s, SET_TABLE) is not table
                        or ld(s, SET_MASK) != mask
                        or ld(table, at) is not found
                    ):
                        return set_find(s, key, low, high)
                    if same:
                        return at
            at += SET_ENTRY_WORDS
        perturb = rshr(perturb, PERTURB_SHIFT) | rshl(upper, 32 - PERTURB_SHIFT)
        upper = rshr(upper, PERTURB_SHIFT)
        i = radd(radd(rshl(i, 2), i), radd(perturb, 1)) & mask


def set_add(s, key):
    """Adds a key."""
    low = hash_wide(key)
    high = hash_high
    at = FIRST_SET_ENTRY + (low & ld(s, SET_MASK)) * SET_ENTRY_WORDS
    found = ld(ld(s, SET_TABLE), at)
    if found is END:
        set_put(s, at, key, low, high)
    elif found is not key:
        set_add_hashed(s, key, low, high)


def set_add_hashed(s, key, low, high):
    """Adds a key whose hash is known, in the last dummy that the search has seen."""
    at = set_find(s, key, low, high)
    table = ld(s, SET_TABLE)
    if ld(table, at) is not END:
        return
    if ld(s, SET_FILL) != ld(s, SET_LENGTH):
        free = last_dummy(s, low, high)
        if free is not END:
            st(table, free, key)
            st(table, free + SET_ENTRY_HASH_LOW, low)
            st(table, free + SET_ENTRY_HASH_HIGH, high)
            st(s, SET_LENGTH, ld(s, SET_LENGTH) + 1)
            return
    set_put(s, at, key, low, high)


def set_put(s, at, key, low, high):
    """Adds a key at an empty entry. A new table is there before the key, so that a lack of
    memory changes nothing."""
    table = ld(s, SET_TABLE)
    fill = ld(s, SET_FILL) + 1
    used = ld(s, SET_LENGTH) + 1
    if fill * 5 < ld(s, SET_MASK) * 3:
        st(table, at, key)
        st(table, at + SET_ENTRY_HASH_LOW, low)
        st(table, at + SET_ENTRY_HASH_HIGH, high)
        st(s, SET_FILL, fill)
        st(s, SET_LENGTH, used)
    else:
        add_and_grow(s, at, key, low, high, used)


def last_dummy(s, low, high):
    """The offset of the last dummy on the way to the empty entry for a hash, or END."""
    table = ld(s, SET_TABLE)
    mask = ld(s, SET_MASK)
    i = low & mask
    perturb = low
    upper = high
    free = END
    while True:
        at = FIRST_SET_ENTRY + i * SET_ENTRY_WORDS
        last = at
        if i + LINEAR_PROBES <= mask:
            last = at + LINEAR_PROBES * SET_ENTRY_WORDS
        while at <= last:
            if ld(table, at) is END:
                return free
            if tag(ld(table, at)) == RAW:
                free = at
            at += SET_ENTRY_WORDS
        perturb = rshr(perturb, PERTURB_SHIFT) | rshl(upper, 32 - PERTURB_SHIFT)
        upper = rshr(upper, PERTURB_SHIFT)
        i = radd(radd(rshl(i, 2), i), radd(perturb, 1)) & mask


def add_and_grow(s, at, key, low, high, used):
    """Adds a key at an empty entry, and moves everything to a larger table."""
    size = set_size(growth(used))
    table = new_table(size * SET_ENTRY_WORDS)
    old = ld(s, SET_TABLE)
    st(old, at, key)
    st(old, at + SET_ENTRY_HASH_LOW, low)
    st(old, at + SET_ENTRY_HASH_HIGH, high)
    st(s, SET_LENGTH, used)
    set_rehash(s, table, size - 1)


def growth(used):
    """How many keys a set of so many makes room for."""
    if used > 50000:
        return used << 1
    return used << 2


def set_size(needed):
    """The size of the smallest table for more than so many keys."""
    size = SMALLEST_SET
    while size <= needed:
        size = size << 1
    return size


def set_resize(s, needed):
    """Moves the keys to a table for more than so many."""
    size = set_size(needed)
    table = new_table(size * SET_ENTRY_WORDS)
    set_rehash(s, table, size - 1)


def set_rehash(s, table, mask):
    """Moves the keys, in the order of the old table, to a new one."""
    old = ld(s, SET_TABLE)
    at = FIRST_SET_ENTRY
    end = FIRST_SET_ENTRY + (ld(s, SET_MASK) + 1) * SET_ENTRY_WORDS
    while at < end:
        key = ld(old, at)
        if tag(key) != RAW:
            insert_clean(table, mask, key, ld(old, at + SET_ENTRY_HASH_LOW), ld(old, at + SET_ENTRY_HASH_HIGH))
        at += SET_ENTRY_WORDS
    st(s, SET_TABLE, table)
    st(s, SET_MASK, mask)
    st(s, SET_FILL, ld(s, SET_LENGTH))


def insert_clean(table, mask, key, low, high):
    """Enters a key that is new in a table without dummies."""
    perturb = low
    upper = high
    i = low & mask
    while True:
        at = FIRST_SET_ENTRY + i * SET_ENTRY_WORDS
        last = at
        if i + LINEAR_PROBES <= mask:
            last = at + LINEAR_PROBES * SET_ENTRY_WORDS
        while at <= last:
            if ld(table, at) is END:
                st(table, at, key)
                st(table, at + SET_ENTRY_HASH_LOW, low)
                st(table, at + SET_ENTRY_HASH_HIGH, high)
                return
            at += SET_ENTRY_WORDS
        perturb = rshr(perturb, PERTURB_SHIFT) | rshl(upper, 32 - PERTURB_SHIFT)
        upper = rshr(upper, PERTURB_SHIFT)
        i = radd(radd(rshl(i, 2), i), radd(perturb, 1)) & mask


def hash_of_sought(key):
    """The hash of a key that is only looked for: sets have one for that, unless a subclass has
    its own."""
    if is_a(key, set):
        return frozenset_hash(key)
    if exists(set) and tag(key) == OBJECT and is_a(payload_of(key), set) and special(key, "__hash__") is None:
        return frozenset_hash(payload_of(key))
    return hash_wide(key)


def set_has(s, key):
    """True if the set has the key. A set is looked up as the frozenset of its items."""
    low = hash_of_sought(key)
    at = set_find(s, key, low, hash_high)
    return ld(ld(s, SET_TABLE), at) is not END


def set_discard(s, key):
    """Removes a key; False if the set does not have it."""
    low = hash_of_sought(key)
    return set_discard_hashed(s, key, low, hash_high)


def set_discard_hashed(s, key, low, high):
    """Removes a key whose hash is known."""
    at = set_find(s, key, low, high)
    if ld(ld(s, SET_TABLE), at) is END:
        return False
    set_remove_at(s, at)
    return True


def set_remove_at(s, at):
    """Removes the key of an entry."""
    table = ld(s, SET_TABLE)
    st(table, at, retag(1, RAW))
    st(table, at + SET_ENTRY_HASH_LOW, -1)
    st(table, at + SET_ENTRY_HASH_HIGH, -1)
    st(s, SET_LENGTH, ld(s, SET_LENGTH) - 1)


def set_next(s, at):
    """The offset of the first entry with a key at or after an offset, or END."""
    table = ld(s, SET_TABLE)
    end = FIRST_SET_ENTRY + (ld(s, SET_MASK) + 1) * SET_ENTRY_WORDS
    while at < end:
        if tag(ld(table, at)) != RAW:
            return at
        at += SET_ENTRY_WORDS
    return END


def set_pop(s):
    """Removes the next key from where the last one was removed."""
    if ld(s, SET_LENGTH) == 0:
        raise KeyError("pop from an empty set")
    mask = ld(s, SET_MASK)
    i = ld(s, SET_FINGER) & mask
    table = ld(s, SET_TABLE)
    while tag(ld(table, STORAGE_ITEMS + i * SET_ENTRY_WORDS)) == RAW:
        i = i + 1 & mask
    key = ld(table, STORAGE_ITEMS + i * SET_ENTRY_WORDS)
    set_remove_at(s, FIRST_SET_ENTRY + i * SET_ENTRY_WORDS)
    st(s, SET_FINGER, i + 1)
    return key


def set_clear(s):
    """Removes all keys. Needs no memory: the table stays, and is used in part."""
    clear_words(ld(s, SET_TABLE), FIRST_SET_ENTRY, (ld(s, SET_MASK) + 1) * SET_ENTRY_WORDS)
    st(s, SET_LENGTH, 0)
    st(s, SET_FILL, 0)
    st(s, SET_MASK, SMALLEST_SET - 1)


def set_merge(s, other):
    """Adds the keys of another set."""
    count = ld(other, SET_LENGTH)
    if s is other or count == 0:
        return
    if (ld(s, SET_FILL) + count) * 5 >= ld(s, SET_MASK) * 3:
        set_resize(s, ld(s, SET_LENGTH) + count << 1)
    if ld(s, SET_FILL) == 0:
        merge_into_empty(s, other)
        return
    at = set_next(other, FIRST_SET_ENTRY)
    while at is not END:
        table = ld(other, SET_TABLE)
        low = ld(table, at + SET_ENTRY_HASH_LOW)
        set_add_hashed(s, ld(table, at), low, ld(table, at + SET_ENTRY_HASH_HIGH))
        at = set_next(other, at + SET_ENTRY_WORDS)


def merge_into_empty(s, other):
    """Adds the keys of another set to an empty one; equal tables are copied."""
    table = ld(s, SET_TABLE)
    mask = ld(s, SET_MASK)
    source = ld(other, SET_TABLE)
    count = ld(other, SET_LENGTH)
    if mask == ld(other, SET_MASK) and ld(other, SET_FILL) == count:
        copy_words(source, FIRST_SET_ENTRY, table, FIRST_SET_ENTRY, (mask + 1) * SET_ENTRY_WORDS)
    else:
        at = set_next(other, FIRST_SET_ENTRY)
        while at is not END:
            low = ld(source, at + SET_ENTRY_HASH_LOW)
            insert_clean(table, mask, ld(source, at), low, ld(source, at + SET_ENTRY_HASH_HIGH))
            at = set_next(other, at + SET_ENTRY_WORDS)
    st(s, SET_FILL, count)
    st(s, SET_LENGTH, count)


FROZEN_HASH_1 = 89869747
FROZEN_HASH_2 = -650169129
FROZEN_HASH_3 = 1927868237
FROZEN_HASH_4 = 69069
FROZEN_HASH_5 = 907133923


def frozenset_hash(s):
    """The hash of the keys in any order, as in CPython; the upper word in hash_high."""
    global hash_high
    low = 0
    high = 0
    at = set_next(s, FIRST_SET_ENTRY)
    table = ld(s, SET_TABLE)
    while at is not END:
        a = ld(table, at + SET_ENTRY_HASH_LOW)
        b = ld(table, at + SET_ENTRY_HASH_HIGH)
        # ((h ^ HASH_1) ^ (h << 16)) * HASH_2, of 64 bits; HASH_2 is unsigned.
        b = b ^ (rshl(b, 16) | rshr(a, 16))
        a = a ^ FROZEN_HASH_1 ^ rshl(a, 16)
        b = radd(rmul(b, FROZEN_HASH_2), rmulh(a, FROZEN_HASH_2))
        low = low ^ rmul(a, FROZEN_HASH_2)
        high = high ^ b
        at = set_next(s, at + SET_ENTRY_WORDS)
    count = ld(s, SET_LENGTH) + 1
    low = low ^ rmul(count, FROZEN_HASH_3)
    high = high ^ rmulh(count, FROZEN_HASH_3)
    a = low ^ (rshr(low, 11) | rshl(high, 21)) ^ (rshr(low, 25) | rshl(high, 7))
    b = high ^ rshr(high, 11) ^ rshr(high, 25)
    high = radd(rmul(b, FROZEN_HASH_4), rmulh(a, FROZEN_HASH_4))
    a = rmul(a, FROZEN_HASH_4)
    high = radd(high, radc(a, FROZEN_HASH_5))
    low = radd(a, FROZEN_HASH_5)
    if low == -1 and high == -1:
        low = 590923713
        high = 0
    hash_high = high
    return low
