"""Strings: their characters, new strings, pieces of strings.

A string stores 1, 2 or 4 bytes per character, the fewest that its widest character
needs, packed into words with the first character in the lowest bits. Unused bytes of the
last word are zero, so that equal strings have equal words. `bytes` has the same layout
with one byte per item; functions called text_… take both ("text")."""

TEXT_BYTES = STR_CHARS * 4
TEXT_MAX = 0x40000
BYTE_LIMIT = 0xFF
PAIR_LIMIT = 0xFFFF

latin1_strings = None


def text_width(text):
    """Bytes per character."""
    width = retag(ld(text, HEADER), INT) & HEADER_AUX
    if width < 2:
        return 1
    return width


def str_length(text):
    """The number of characters."""
    return ld(text, STR_LENGTH)


def char_at(text, index):
    """The code point (of bytes: the byte) at an index that is known to be valid."""
    width = retag(ld(text, HEADER), INT) & HEADER_AUX
    if width < 2:
        return ld(text, STR_CHARS + (index >> 2)) >> ((index & 3) << 3) & 0xFF
    if width == 2:
        return ld(text, STR_CHARS + (index >> 1)) >> ((index & 1) << 4) & 0xFFFF
    return ld(text, STR_CHARS + index)


def set_char(text, index, code):
    """Stores a character to a place of a new string that is still zero."""
    width = retag(ld(text, HEADER), INT) & HEADER_AUX
    if width < 2:
        at = STR_CHARS + (index >> 2)
        st(text, at, radd(ld(text, at), rshl(code, (index & 3) << 3)))
    elif width == 2:
        at = STR_CHARS + (index >> 1)
        st(text, at, radd(ld(text, at), rshl(code, (index & 1) << 4)))
    else:
        st(text, STR_CHARS + index, code)


def width_of(code):
    """Bytes that a character needs."""
    if code <= BYTE_LIMIT:
        return 1
    if code <= PAIR_LIMIT:
        return 2
    return 4


def new_text(length, width):
    """A string whose characters are all zero. They are RAW words until stored."""
    if length > TEXT_MAX:
        raise MemoryError
    text = alloc(str, STR_CHARS + ((length << (width >> 1)) + 3 >> 2))
    st(text, HEADER, retag(retag(ld(text, HEADER), INT) | width, RAW))
    st(text, STR_LENGTH, length)
    st(text, STR_HASH, 0)
    return text


def new_like(text, length, width):
    """A new string, or new bytes if that is what `text` is."""
    if tag(text) == STR:
        return new_text(length, width)
    return new_bytes(length)


def char_string(code):
    """The string of one character. Those of Latin-1 are shared."""
    global latin1_strings
    if code > BYTE_LIMIT:
        text = new_text(1, width_of(code))
        st(text, STR_CHARS, code)
        return text
    if latin1_strings is None:
        latin1_strings = alloc(storage, STORAGE_ITEMS + 256)
        st(latin1_strings, STORAGE_CAPACITY, 256)
    text = ld(latin1_strings, STORAGE_ITEMS + code)
    if text is END:
        text = new_text(1, 1)
        st(text, STR_CHARS, code)
        st(latin1_strings, STORAGE_ITEMS + code, text)
    return text


def needed_width(text, start, stop):
    """Bytes per character that the characters from start to stop need."""
    width = text_width(text)
    if width == 1:
        return 1
    seen = 0
    if width == 4:
        for i in range(STR_CHARS + start, STR_CHARS + stop):
            seen = seen | ld(text, i)
    else:
        if start & 1 and start < stop:
            seen = char_at(text, start)
            start += 1
        if stop & 1 and start < stop:
            stop -= 1
            seen = seen | char_at(text, stop)
        both = 0
        for i in range(STR_CHARS + (start >> 1), STR_CHARS + (stop >> 1)):
            both = both | ld(text, i)
        seen = seen | both & 0xFFFF | both >> 16 & 0xFFFF
    return width_of(seen)


def substring(text, start, stop):
    """The characters from start to stop, of a string or of bytes."""
    if stop - start == ld(text, STR_LENGTH):
        return text
    return copied(text, start, stop)


def copied(text, start, stop):
    """The characters from start to stop, in no more width than they need."""
    length = stop - start
    if (exists(bytes) or exists(bytearray)) and tag(text) != STR:
        if length < 0:
            length = 0
        part = new_bytes(length)
        copy_bytes(part, TEXT_BYTES, text, TEXT_BYTES + start, length)
        return part
    if length <= 0:
        return ""
    if length == 1:
        return char_string(char_at(text, start))
    if text_width(text) == 1:
        part = new_text(length, 1)
        copy_bytes(part, TEXT_BYTES, text, TEXT_BYTES + start, length)
        return part
    width = needed_width(text, start, stop)
    part = new_text(length, width)
    copy_chars(part, 0, text, start, length)
    return part


def text_slice(text, start, stop, step, length):
    """The `length` characters from start on in steps of step."""
    if step == 1:
        return substring(text, start, start + length)
    if length == 1 and tag(text) == STR:
        return char_string(char_at(text, start))
    width = 1
    if text_width(text) > 1:
        seen = 0
        at = start
        for i in range(length):
            seen = seen | char_at(text, at)
            at = radd(at, step)
        width = width_of(seen)
    part = new_like(text, length, width)
    at = start
    for i in range(length):
        set_char(part, i, char_at(text, at))
        at = radd(at, step)
    return part


def str_slice(text, start, stop, step, length):
    """text[start:stop:step], which has `length` characters."""
    if length == 0:
        return ""
    return text_slice(text, start, stop, step, length)


def str_getitem(text, index):
    """The character at a valid index, as a string."""
    return char_string(char_at(text, index))


def concat(a, b):
    """a + b"""
    first = ld(a, STR_LENGTH)
    second = ld(b, STR_LENGTH)
    if first == 0:
        return b
    if second == 0:
        return a
    width = retag(ld(a, HEADER), INT) & HEADER_AUX
    other = retag(ld(b, HEADER), INT) & HEADER_AUX
    if width & other == 1:
        text = new_text(first + second, 1)
        copy_bytes(text, TEXT_BYTES, a, TEXT_BYTES, first)
        copy_bytes(text, TEXT_BYTES + first, b, TEXT_BYTES, second)
        return text
    if width < other:
        width = other
    text = new_text(first + second, width)
    copy_chars(text, 0, a, 0, first)
    copy_chars(text, first, b, 0, second)
    return text


def str_repeat(text, count):
    """text * count, for a count as index_of gives it."""
    count = repeat_count(count, ld(text, STR_LENGTH))
    if count <= 0:
        return ""
    if count == 1:
        return text
    return repeated(text, count)


def repeat_count(count, length):
    """The count of a repetition, 0 for nothing; too much for memory raises."""
    if tag(count) == BIGINT:
        count = large_count(count)
    if count <= 0 or length == 0:
        return 0
    if rmulh(count, length) or rltu(TEXT_MAX, rmul(count, length)):
        raise MemoryError
    return count + 0


def large_count(count):
    """A count beyond 32 bits, as one that is too much for any memory, or 0."""
    if beyond_index(count):
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    if ld(count, BIGINT_SIZE) < 0:
        return 0
    return 0x7FFFFFFF


def beyond_index(number):
    """Whether a BIGINT has more than the 64 bits of an index in CPython."""
    digits = ld(number, BIGINT_SIZE)
    return digits > 2 or digits < -2 or digits == 2 and ld(number, BIGINT_DIGITS + 1) < 0


def repeated(text, count):
    """A string or bytes repeated: copied once, then doubled."""
    width = text_width(text)
    unit = ld(text, STR_LENGTH)
    result = new_like(text, unit * count, width)
    done = unit << (width >> 1)
    total = done * count
    copy_bytes(result, TEXT_BYTES, text, TEXT_BYTES, done)
    while done < total:
        part = done
        if part > total - done:
            part = total - done
        copy_bytes(result, TEXT_BYTES + done, result, TEXT_BYTES, part)
        done += part
    return result


def string_of(value):
    """The str in a value: itself, or the one in an instance of a subclass; else END."""
    if tag(value) == STR:
        return value
    if tag(value) == OBJECT:
        value = payload_of(value)
        if tag(value) == STR:
            return value
    return END
