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
    """Copies bytes. Within one object the source must end before the target begins."""
    if to & 3 and count > 0:
        part = 4 - (to & 3)
        if part > count:
            part = count
        merge(target, to, gather(source, at, part), part)
        to += part
        at += part
        count -= part
    if count <= 0:
        return
    into = to >> 2
    end = into + (count >> 2)
    word = at >> 2
    shift = (at & 3) << 3
    if shift == 0:
        for i in range(into, end):
            st(target, i, ld(source, word))
            word += 1
    elif into < end:
        low = rshr(ld(source, word), shift)
        for i in range(into, end):
            word += 1
            high = ld(source, word)
            st(target, i, low | rshl(high, 32 - shift))
            low = rshr(high, shift)
    rest = count & 3
    if rest:
        done = count - rest
        merge(target, to + done, gather(source, at + done, rest), rest)


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
