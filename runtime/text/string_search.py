"""Finding text in text. What is sought has the kind, str or bytes, of what is searched."""

LANE_ONES = 0x01010101
LANE_HIGHS = -0x7F7F7F80


def text_start(value, length):
    """A start argument of a search as an index from 0 on; it may lie behind the end."""
    if value is None:
        return 0
    return from_end(slice_index(value), length)


def text_stop(value, length):
    """A stop argument of a search as an index from 0 to length."""
    if value is None:
        return length
    value = from_end(slice_index(value), length)
    if value > length:
        return length
    return value


def from_end(index, length):
    """An index that may count from the end, at least 0."""
    if index < 0:
        index += length
        if index < 0:
            return 0
    return index


def slice_index(value):
    """A bound of a range of characters as an INT, the nearest one if it is larger."""
    if tag(value) == INT:
        return value
    if tag(value) != BOOL and tag(value) != BIGINT:
        value = payload_of(value)
        if not is_index(value):
            raise TypeError("slice indices must be integers or None or have an __index__ method")
        value = index_of(value)
    if tag(value) == BIGINT:
        if ld(value, BIGINT_SIZE) < 0:
            return -0x7FFFFFFF
        return 0x7FFFFFFF
    return value + 0


def is_index(value):
    """Whether a value can be used as an integer."""
    kind = tag(value)
    return (
        kind == INT or kind == BOOL or kind == BIGINT or special(value, "__index__") is not END
    )


def matches_at(text, at, sought):
    """Whether the text goes on with `sought` at an index where that is not too long."""
    length = ld(sought, STR_LENGTH)
    width = text_width(text)
    if width == text_width(sought):
        shift = width >> 1
        start = TEXT_BYTES + (at << shift)
        return same_bytes(text, start, sought, TEXT_BYTES, length << shift)
    for i in range(length):
        if char_at(text, at + i) != char_at(sought, i):
            return False
    return True


def find_char(text, code, start, stop):
    """The first index of a character from start on and before stop, or -1."""
    if text_width(text) > 1:
        for i in range(start, stop):
            if char_at(text, i) == code:
                return i
        return -1
    if code > BYTE_LIMIT:
        return -1
    if start >= stop:
        return -1
    lanes = rmul(code, LANE_ONES)
    # A lane of the first word that stands before the start must not be zero.
    before = (1 << ((start & 3) << 3)) - 1
    for i in range(start >> 2, stop + 3 >> 2):
        word = ld(text, STR_CHARS + i) ^ lanes | before
        if rsub(word, LANE_ONES) & ~word & LANE_HIGHS:
            at = i << 2
            while word & 0xFF:
                word = rshr(word, 8)
                at += 1
            if at < stop:
                return at
            return -1
        before = 0
    return -1


def find_last_char(text, code, start, stop):
    """The last index of a character from start on and before stop, or -1."""
    for i in range(stop - 1, start - 1, -1):
        if char_at(text, i) == code:
            return i
    return -1


def text_find(text, sought, start, stop):
    """The first index from start on where `sought` stands before stop, or -1."""
    length = ld(sought, STR_LENGTH)
    if length == 0:
        if start > stop:
            return -1
        return start
    first = char_at(sought, 0)
    end = stop - length + 1
    while start < end:
        start = find_char(text, first, start, end)
        if start < 0 or length == 1 or matches_at(text, start, sought):
            return start
        start += 1
    return -1


def text_rfind(text, sought, start, stop):
    """The last index from start on where `sought` stands before stop, or -1."""
    length = ld(sought, STR_LENGTH)
    if length == 0:
        if start > stop:
            return -1
        return stop
    first = char_at(sought, 0)
    end = stop - length + 1
    while start < end:
        at = find_last_char(text, first, start, end)
        if at < 0 or length == 1 or matches_at(text, at, sought):
            return at
        end = at
    return -1


def text_count(text, sought, start, stop):
    """How often `sought` stands between start and stop, without overlaps."""
    length = ld(sought, STR_LENGTH)
    if length == 0:
        if start > stop:
            return 0
        return stop - start + 1
    count = 0
    start = text_find(text, sought, start, stop)
    while start >= 0:
        count += 1
        start = text_find(text, sought, start + length, stop)
    return count


def text_begins(text, prefix, start, stop):
    """Whether the part from start to stop begins with a prefix."""
    return stop - start >= ld(prefix, STR_LENGTH) and matches_at(text, start, prefix)


def text_ends(text, suffix, start, stop):
    """Whether the part from start to stop ends with a suffix."""
    start_of = stop - ld(suffix, STR_LENGTH)
    return start <= stop and start_of >= start and matches_at(text, start_of, suffix)


def text_replace(text, old, new, count):
    """The text with at most `count` occurrences replaced, all if that is negative."""
    length = ld(text, STR_LENGTH)
    size = ld(old, STR_LENGTH)
    if count == 0 or length < size:
        return text
    present = text_count(text, old, 0, length)
    if count < 0 or count > present:
        count = present
    if count == 0:
        return text
    width = text_width(text)
    if width < text_width(new):
        width = text_width(new)
    inserted = ld(new, STR_LENGTH)
    target = new_like(text, replaced_length(length, inserted - size, count), width)
    at = 0
    into = 0
    while count > 0:
        found = at
        if size:
            found = text_find(text, old, at, length)
        copy_chars(target, into, text, at, found - at)
        into += found - at
        copy_chars(target, into, new, 0, inserted)
        into += inserted
        at = found + size
        count -= 1
        if size == 0 and at < length:
            copy_chars(target, into, text, at, 1)
            into += 1
            at += 1
    copy_chars(target, into, text, at, length - at)
    if needed_width(target, 0, ld(target, STR_LENGTH)) < width:
        return copied(target, 0, ld(target, STR_LENGTH))
    return target


def replaced_length(length, growth, count):
    """length + growth * count, if that fits the memory."""
    if growth > 0 and (rmulh(growth, count) or rltu(TEXT_MAX, rmul(growth, count))):
        raise MemoryError
    return length + growth * count


def str_contains(text, sought):
    """sought in text"""
    part = string_of(sought)
    if part is END:
        name = type_name(sought)
        raise TypeError(f"'in <string>' requires string as left operand, not {name}")
    return text_find(text, part, 0, ld(text, STR_LENGTH)) >= 0


def sought_string(value):
    """The string that is to be found."""
    part = string_of(value)
    if part is END:
        raise TypeError(f"must be str, not {type_name(value)}")
    return part


def str_find(text, sought, start, stop):
    """The index that str.find returns."""
    length = ld(text, STR_LENGTH)
    start = text_start(start, length)
    stop = text_stop(stop, length)
    return text_find(text, sought_string(sought), start, stop)


def str_rfind(text, sought, start, stop):
    """The index that str.rfind returns."""
    length = ld(text, STR_LENGTH)
    start = text_start(start, length)
    stop = text_stop(stop, length)
    return text_rfind(text, sought_string(sought), start, stop)


def str_count(text, sought, start, stop):
    """The number that str.count returns."""
    length = ld(text, STR_LENGTH)
    start = text_start(start, length)
    stop = text_stop(stop, length)
    return text_count(text, sought_string(sought), start, stop)


def found_index(index):
    """An index that str.index returns."""
    if index < 0:
        raise ValueError("substring not found")
    return index


def str_affix(text, affix, start, stop, at_end):
    """str.startswith or str.endswith: the affix is a string or a tuple of them."""
    length = ld(text, STR_LENGTH)
    start = text_start(start, length)
    stop = text_stop(stop, length)
    part = string_of(affix)
    if part is not END:
        return has_affix(text, part, start, stop, at_end)
    name = "startswith"
    if at_end:
        name = "endswith"
    choices = payload_of(affix)
    if tag(choices) != TUPLE:
        given = type_name(affix)
        raise TypeError(f"{name} first arg must be str or a tuple of str, not {given}")
    for i in range(ld(choices, TUPLE_LENGTH)):
        choice = ld(choices, TUPLE_ITEMS + i)
        part = string_of(choice)
        if part is END:
            given = type_name(choice)
            raise TypeError(f"tuple for {name} must only contain str, not {given}")
        if has_affix(text, part, start, stop, at_end):
            return True
    return False


def has_affix(text, affix, start, stop, at_end):
    """Whether the part from start to stop begins, or ends, with an affix."""
    if at_end:
        return text_ends(text, affix, start, stop)
    return text_begins(text, affix, start, stop)
