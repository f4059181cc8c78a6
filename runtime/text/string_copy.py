"""Copying and comparing runs of bytes, word by word.

Offsets count bytes from an object's word 0, so that the same code serves strings, bytes
and the storage of a bytearray."""


def gather(source, at, count):
    """The count (1 … 4) bytes at an offset, in the lowest bits of a word. The bits above
    them are arbitrary."""
    shift = (at & 3) << 3
    word = rshr(ld(source, at >> 2), shift)
    if shift + (count << 3) > 32:
        word = word | rshl(ld(source, (at >> 2) + 1), 32 - shift)
    return word


def merge(target, to, bits, count):
    """Replaces count bytes (1 … 4, all within one word) by the lowest ones of a word."""
    mask = rshr(-1, 32 - (count << 3))
    shift = (to & 3) << 3
    at = to >> 2
    old = retag(ld(target, at), INT)
    st(target, at, old & ~rshl(mask, shift) | rshl(bits & mask, shift))


def copy_bytes(target, to, source, at, count):
    """Copies bytes; the rest of the target's last word becomes zero. Within one object the
    source must end before the target begins. (One word after the source may be read, of
    which nothing is used.)"""
    if count <= 0:
        return
    word = at >> 2
    into = to >> 2
    skip = (at & 3) << 3
    lead = (to & 3) << 3
    end = lead + (count << 3)
    last = into + (end - 1 >> 5)
    right = skip - lead & 31
    have = ld(source, word)
    if right == 0:
        bits = have
        if lead:
            bits = bits & rshl(-1, lead) | ld(target, into) & rshr(-1, 32 - lead)
        for i in range(into, last):
            st(target, i, bits)
            word += 1
            bits = ld(source, word)
    else:
        left = 32 - right
        if lead > skip:
            bits = rshl(have, left)
        else:
            bits = rshr(have, right)
            word += 1
            have = ld(source, word)
            bits = bits | rshl(have, left)
        if lead:
            bits = bits & rshl(-1, lead) | ld(target, into) & rshr(-1, 32 - lead)
        for i in range(into, last):
            st(target, i, bits)
            word += 1
            bits = rshr(have, right)
            have = ld(source, word)
            bits = bits | rshl(have, left)
    if end & 31:
        bits = bits & rshr(-1, 32 - (end & 31))
    st(target, last, bits)


def fill_bytes(target, to, byte, count):
    """Stores a byte count times; the rest of the target's last word becomes zero."""
    if count <= 0:
        return
    into = to >> 2
    lead = (to & 3) << 3
    end = lead + (count << 3)
    last = into + (end - 1 >> 5)
    lanes = rmul(byte, LANE_ONES)
    bits = lanes
    if lead:
        bits = bits & rshl(-1, lead) | ld(target, into) & rshr(-1, 32 - lead)
    for i in range(into, last):
        st(target, i, bits)
        bits = lanes
    if end & 31:
        bits = bits & rshr(-1, 32 - (end & 31))
    st(target, last, bits)


def fill_chars(target, to, code, count):
    """Stores a character count times to places of a new text that are still zero."""
    if text_width(target) == 1:
        fill_bytes(target, TEXT_BYTES + to, code, count)
    else:
        for i in range(to, to + count):
            set_char(target, i, code)


def copy_chars(target, to, source, start, count):
    """Copies characters into a new string of at least their width, or of a smaller one
    that fits them."""
    width = text_width(target)
    if width == text_width(source):
        shift = width >> 1
        copy_bytes(
            target, TEXT_BYTES + (to << shift), source, TEXT_BYTES + (start << shift), count << shift
        )
        return
    for i in range(start, start + count):
        set_char(target, to, char_at(source, i))
        to += 1


def same_bytes(a, i, b, j, count):
    """Whether two runs of bytes are equal. The second one begins with a word."""
    word = j >> 2
    end = i + (count & ~3)
    shift = (i & 3) << 3
    at = i >> 2
    if shift == 0:
        for k in range(count >> 2):
            if ld(a, at + k) != ld(b, word + k):
                return False
    elif i < end:
        low = rshr(ld(a, at), shift)
        for k in range(word, word + (count >> 2)):
            at += 1
            high = ld(a, at)
            if low | rshl(high, 32 - shift) != ld(b, k):
                return False
            low = rshr(high, shift)
    rest = count & 3
    if rest == 0:
        return True
    mask = rshr(-1, 32 - (rest << 3))
    return (gather(a, end, rest) ^ ld(b, word + (count >> 2))) & mask == 0


def zero_words(target, start, stop):
    """Makes words of a new object INT 0."""
    for i in range(start, stop):
        st(target, i, 0)
