"""Stripping and splitting text."""


def text_blank(text, code):
    """Whether a character of a text is white space."""
    if tag(text) == STR:
        return is_space(code)
    return code == 32 or 9 <= code <= 13


def text_strip(text, chars, left, right):
    """The text without the characters, or white space for None, at its ends."""
    start = 0
    stop = ld(text, STR_LENGTH)
    if left:
        while start < stop and stripped(text, chars, start):
            start += 1
    if right:
        while start < stop and stripped(text, chars, stop - 1):
            stop -= 1
    return substring(text, start, stop)


def stripped(text, chars, index):
    """Whether the character at an index is one that is to be removed."""
    code = char_at(text, index)
    if chars is None:
        return text_blank(text, code)
    return find_char(chars, code, 0, ld(chars, STR_LENGTH)) >= 0


def str_strip(text, chars, left, right, name):
    """str.strip, str.lstrip, str.rstrip"""
    if chars is not None:
        part = string_of(chars)
        if part is END:
            raise TypeError(f"{name} arg must be None or str")
        chars = part
    return text_strip(text, chars, left, right)


def text_split(text, separator, limit):
    """The list of parts between separators, or between white space for None. At most
    `limit` separators count, all if it is negative."""
    parts = new_list(0)
    length = ld(text, STR_LENGTH)
    start = 0
    if separator is None:
        start = next_word(text, 0, length)
        while start < length and limit != 0:
            stop = start + 1
            while stop < length and not text_blank(text, char_at(text, stop)):
                stop += 1
            list_append(parts, substring(text, start, stop))
            start = next_word(text, stop, length)
            limit -= 1
        if start < length:
            list_append(parts, substring(text, start, length))
        return parts
    size = ld(separator, STR_LENGTH)
    while limit != 0:
        stop = text_find(text, separator, start, length)
        if stop < 0:
            break
        list_append(parts, substring(text, start, stop))
        start = stop + size
        limit -= 1
    list_append(parts, substring(text, start, length))
    return parts


def next_word(text, start, length):
    """The next index whose character is no white space, or the length."""
    while start < length and text_blank(text, char_at(text, start)):
        start += 1
    return start


def text_rsplit(text, separator, limit):
    """Like text_split, but separators count from the end."""
    parts = new_list(0)
    stop = ld(text, STR_LENGTH)
    if separator is None:
        stop = previous_word(text, stop)
        while stop > 0 and limit != 0:
            start = stop - 1
            while start > 0 and not text_blank(text, char_at(text, start - 1)):
                start -= 1
            list_append(parts, substring(text, start, stop))
            stop = previous_word(text, start)
            limit -= 1
        if stop > 0:
            list_append(parts, substring(text, 0, stop))
    else:
        while limit != 0:
            start = text_rfind(text, separator, 0, stop)
            if start < 0:
                break
            list_append(parts, substring(text, start + ld(separator, STR_LENGTH), stop))
            stop = start
            limit -= 1
        list_append(parts, substring(text, 0, stop))
    reverse_items(parts)
    return parts


def previous_word(text, stop):
    """The end of the last word before an index, or 0."""
    while stop > 0 and text_blank(text, char_at(text, stop - 1)):
        stop -= 1
    return stop


def reverse_items(items):
    """Reverses a list in place."""
    storage_of = ld(items, LIST_STORAGE)
    low = STORAGE_ITEMS
    high = STORAGE_ITEMS + ld(items, LIST_LENGTH) - 1
    while low < high:
        item = ld(storage_of, low)
        st(storage_of, low, ld(storage_of, high))
        st(storage_of, high, item)
        low += 1
        high -= 1


def str_split(text, separator, limit, from_right):
    """str.split, str.rsplit"""
    limit = count_argument(limit)
    if separator is not None:
        part = string_of(separator)
        if part is END:
            raise TypeError(f"must be str or None, not {type_name(separator)}")
        separator = separated_by(part)
    if from_right:
        return text_rsplit(text, separator, limit)
    return text_split(text, separator, limit)


def separated_by(separator):
    """The separator, which must not be empty."""
    if ld(separator, STR_LENGTH) == 0:
        raise ValueError("empty separator")
    return separator


def count_argument(value):
    """A count, width or index as an INT."""
    if tag(value) == INT:
        return value
    value = index_of(value)
    if tag(value) == BIGINT:
        if beyond_index(value):
            raise OverflowError("Python int too large to convert to C ssize_t")
        return slice_index(value)
    return value + 0


def flag_argument(value):
    """A flag that has to be an integer."""
    value = index_of(value)
    if tag(value) == BIGINT:
        raise OverflowError("Python int too large to convert to C int")
    return value != 0


def text_splitlines(text, keep):
    """The list of lines, with their ends if `keep`."""
    lines = new_list(0)
    length = ld(text, STR_LENGTH)
    start = 0
    while start < length:
        stop = start
        while stop < length and not ends_line(text, char_at(text, stop)):
            stop += 1
        after = stop
        if stop < length:
            after = stop + 1
            if char_at(text, stop) == 13 and after < length and char_at(text, after) == 10:
                after += 1
        if keep:
            stop = after
        list_append(lines, substring(text, start, stop))
        start = after
    return lines


def ends_line(text, code):
    """Whether a character of a text ends a line."""
    if tag(text) == STR:
        return is_line_end(code)
    return code == 10 or code == 13


def text_partition(text, separator, from_right):
    """The tuple of what is before a separator, the separator, and what is after it."""
    separated_by(separator)
    length = ld(text, STR_LENGTH)
    if from_right:
        at = text_rfind(text, separator, 0, length)
    else:
        at = text_find(text, separator, 0, length)
    if at < 0:
        empty = substring(text, 0, 0)
        if from_right:
            return (empty, empty, text)
        return (text, empty, empty)
    end = at + ld(separator, STR_LENGTH)
    return (substring(text, 0, at), separator, substring(text, end, length))
