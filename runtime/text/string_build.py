"""Making strings piece by piece."""

BUILDER_LENGTH = 1
BUILDER_TEXT = 2
BUILDER_LIMIT = 3
BUILDER_WORDS = 4
BUILDER_CAPACITY = 20


class text_builder:
    """A string that grows: the characters so far, and a string with room for more. Its
    width grows with the widest character; LIMIT is the largest one that it can store."""


def new_builder():
    """An empty builder."""
    builder = alloc(text_builder, BUILDER_WORDS)
    st(builder, BUILDER_LENGTH, 0)
    st(builder, BUILDER_LIMIT, BYTE_LIMIT)
    st(builder, BUILDER_TEXT, new_text(BUILDER_CAPACITY, 1))
    return builder


def put_char(builder, code):
    """Appends a character."""
    length = ld(builder, BUILDER_LENGTH)
    text = ld(builder, BUILDER_TEXT)
    if length == ld(text, STR_LENGTH) or code > ld(builder, BUILDER_LIMIT):
        text = builder_room(builder, 1, width_of(code))
    set_char(text, length, code)
    st(builder, BUILDER_LENGTH, length + 1)


def put_text(builder, text):
    """Appends a string."""
    put_slice(builder, text, 0, ld(text, STR_LENGTH))


def put_slice(builder, text, start, stop):
    """Appends the characters of a string from start to stop."""
    if start >= stop:
        return
    length = ld(builder, BUILDER_LENGTH)
    target = builder_room(builder, stop - start, text_width(text))
    copy_chars(target, length, text, start, stop - start)
    st(builder, BUILDER_LENGTH, length + stop - start)


def builder_room(builder, more, width):
    """The builder's string, after making sure that `more` characters of a width fit."""
    text = ld(builder, BUILDER_TEXT)
    length = ld(builder, BUILDER_LENGTH)
    present = text_width(text)
    if width < present:
        width = present
    capacity = ld(text, STR_LENGTH)
    if width == present and length + more <= capacity:
        return text
    if length + more > capacity:
        capacity = length + more + length
    larger = new_text(capacity, width)
    copy_chars(larger, 0, text, 0, length)
    st(builder, BUILDER_TEXT, larger)
    if width == 2:
        st(builder, BUILDER_LIMIT, PAIR_LIMIT)
    elif width == 4:
        st(builder, BUILDER_LIMIT, 0x10FFFF)
    return larger


def built(builder):
    """The string of all that was appended."""
    length = ld(builder, BUILDER_LENGTH)
    text = ld(builder, BUILDER_TEXT)
    if length == ld(text, STR_LENGTH) and needed_width(text, 0, length) == text_width(text):
        return text
    return copied(text, 0, length)


def message_part(x):
    """A field of a formatted string of the runtime: a string or an INT."""
    if tag(x) == INT:
        return small_to_string(x)
    return payload_of(x)


def join_parts(parts):
    """The concatenation of a tuple of strings."""
    return joined("", parts, TUPLE_ITEMS, ld(parts, TUPLE_LENGTH))


def joined(separator, items, start, count):
    """The concatenation of `count` strings, which are words of an object, with a
    separator between them."""
    if count == 0:
        return ""
    if count == 1:
        return ld(items, start)
    gap = ld(separator, STR_LENGTH)
    length = gap * (count - 1)
    width = text_width(separator)
    if gap == 0:
        width = 1
    for i in range(start, start + count):
        part = ld(items, i)
        length += ld(part, STR_LENGTH)
        width = width | retag(ld(part, HEADER), INT) & HEADER_AUX
    if length == 0:
        return ""
    if width > 3:
        width = 4
    elif width > 1:
        width = 2
    text = new_text(length, width)
    if width == 1:
        join_bytes(text, separator, items, start, count)
        return text
    at = 0
    for i in range(start, start + count):
        if gap and i > start:
            copy_chars(text, at, separator, 0, gap)
            at += gap
        part = ld(items, i)
        length = ld(part, STR_LENGTH)
        copy_chars(text, at, part, 0, length)
        at += length
    return text


def join_bytes(text, separator, items, start, count):
    """Copies `count` strings, all of them with one byte per character, to a new one."""
    gap = ld(separator, STR_LENGTH)
    at = TEXT_BYTES
    for i in range(start, start + count):
        if gap and i > start:
            copy_bytes(text, at, separator, TEXT_BYTES, gap)
            at += gap
        part = ld(items, i)
        length = ld(part, STR_LENGTH)
        copy_bytes(text, at, part, TEXT_BYTES, length)
        at += length
