"""Equality, order and hashes of strings: the hot path of every dictionary."""

HASH_FACTOR = -1640531535


def str_equal(a, b):
    """Whether two strings have the same characters."""
    if a is b:
        return True
    length = ld(a, STR_LENGTH)
    if length != ld(b, STR_LENGTH):
        return False
    width = retag(ld(a, HEADER), INT) & HEADER_AUX
    if width != retag(ld(b, HEADER), INT) & HEADER_AUX:
        return False
    for i in range(STR_CHARS, STR_CHARS + ((length << (width >> 1)) + 3 >> 2)):
        if ld(a, i) != ld(b, i):
            return False
    return True


def str_compare(a, b):
    """Negative, zero or positive, as a is less than, equal to or greater than b."""
    length = ld(a, STR_LENGTH)
    other = ld(b, STR_LENGTH)
    common = length
    if other < common:
        common = other
    start = 0
    width = text_width(a)
    if width == text_width(b):
        start = equal_words(a, b, common << (width >> 1) >> 2) << 2 >> (width >> 1)
    for i in range(start, common):
        difference = char_at(a, i) - char_at(b, i)
        if difference:
            return difference
    return length - other


def equal_words(a, b, count):
    """How many of the first `count` words of characters are equal."""
    for i in range(count):
        if ld(a, STR_CHARS + i) != ld(b, STR_CHARS + i):
            return i
    return count


def str_hash(text):
    """The hash, never zero, which stands for "not yet computed"."""
    hashed = ld(text, STR_HASH)
    if hashed:
        return hashed
    length = ld(text, STR_LENGTH)
    width = retag(ld(text, HEADER), INT) & HEADER_AUX
    hashed = hash_words(text, STR_CHARS, (length << (width >> 1)) + 3 >> 2, length)
    st(text, STR_HASH, hashed)
    return hashed


def hash_words(object, start, count, seed):
    """A hash of `count` words, not zero."""
    hashed = seed
    for i in range(start, start + count):
        hashed = rmul(hashed ^ ld(object, i), HASH_FACTOR)
        hashed = hashed ^ rshr(hashed, 15)
    if hashed == 0:
        return HASH_FACTOR
    return hashed
