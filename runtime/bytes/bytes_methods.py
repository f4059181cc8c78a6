"""What the methods do that bytes and bytearray have both. `value` is a BYTES or BYTEARRAY."""


def search_bound(x):
    """A bound of a search as an INT or None. It comes before the length that it is compared
    with: asking for it may run user code, which can change a bytearray."""
    return None if x is None else slice_index(x)


def bytes_find(value, sought, start, stop):
    """The index that bytes.find returns."""
    start = search_bound(start)
    stop = search_bound(stop)
    part = sought_bytes(sought)
    data = bytes_of(value)
    length = ld(data, BYTES_LENGTH)
    return text_find(data, part, text_start(start, length), text_stop(stop, length))


def bytes_rfind(value, sought, start, stop):
    """The index that bytes.rfind returns."""
    start = search_bound(start)
    stop = search_bound(stop)
    part = sought_bytes(sought)
    data = bytes_of(value)
    length = ld(data, BYTES_LENGTH)
    return text_rfind(data, part, text_start(start, length), text_stop(stop, length))


def bytes_count(value, sought, start, stop):
    """The number that bytes.count returns."""
    start = search_bound(start)
    stop = search_bound(stop)
    part = sought_bytes(sought)
    data = bytes_of(value)
    length = ld(data, BYTES_LENGTH)
    return text_count(data, part, text_start(start, length), text_stop(stop, length))


def found_section(index):
    """An index that bytes.index returns."""
    if index < 0:
        raise ValueError("subsection not found")
    return index


def bytes_affix(value, affix, start, stop, at_end):
    """bytes.startswith or bytes.endswith."""
    start = search_bound(start)
    stop = search_bound(stop)
    data = bytes_of(value)
    length = ld(data, BYTES_LENGTH)
    start = text_start(start, length)
    stop = text_stop(stop, length)
    choices = payload_of(affix)
    if tag(choices) == TUPLE:
        for i in range(ld(choices, TUPLE_LENGTH)):
            part = bytes_like(ld(choices, TUPLE_ITEMS + i))
            if has_affix(data, part, start, stop, at_end):
                return True
        return False
    part = bytes_of(affix)
    if part is END:
        name = "startswith"
        if at_end:
            name = "endswith"
        given = type_name(affix)
        raise TypeError(f"{name} first arg must be bytes or a tuple of bytes, not {given}")
    return has_affix(data, part, start, stop, at_end)


def kind_list(value, parts):
    """The list with its BYTES as what value is."""
    if is_a(value, bytearray):
        items = ld(parts, LIST_STORAGE)
        for i in range(STORAGE_ITEMS, STORAGE_ITEMS + ld(parts, LIST_LENGTH)):
            st(items, i, bytearray_from(ld(items, i)))
    return parts


def bytes_split(value, separator, limit, from_right):
    """bytes.split, bytes.rsplit"""
    limit = count_argument(limit)
    if separator is not None:
        separator = separated_by(bytes_like(separator))
    if from_right:
        return kind_list(value, text_rsplit(bytes_of(value), separator, limit))
    return kind_list(value, text_split(bytes_of(value), separator, limit))


def bytes_splitlines(value, keep):
    """bytes.splitlines"""
    return kind_list(value, text_splitlines(bytes_of(value), flag_argument(keep)))


def bytes_strip(value, chars, left, right):
    """bytes.strip, bytes.lstrip, bytes.rstrip"""
    if chars is not None:
        chars = bytes_like(chars)
    return same_kind(value, text_strip(bytes_of(value), chars, left, right))


def bytes_partition(value, separator, from_right):
    """bytes.partition, bytes.rpartition"""
    parts = text_partition(bytes_of(value), bytes_like(separator), from_right)
    if is_a(value, bytearray):
        for i in range(TUPLE_ITEMS, TUPLE_ITEMS + 3):
            st(parts, i, bytearray_from(ld(parts, i)))
    elif ld(ld(parts, TUPLE_ITEMS + 1), BYTES_LENGTH):
        st(parts, TUPLE_ITEMS + 1, separator)
    return parts


def bytes_replace(value, old, new, count):
    """bytes.replace"""
    part = bytes_like(old)
    new = bytes_like(new)
    count = count_argument(count)
    return same_kind(value, text_replace(bytes_of(value), part, new, count))


def bytes_without(value, affix, at_end):
    """bytes.removeprefix, bytes.removesuffix"""
    part = bytes_like(affix)
    data = bytes_of(value)
    length = ld(data, BYTES_LENGTH)
    if has_affix(data, part, 0, length, at_end):
        if at_end:
            data = substring(data, 0, length - ld(part, BYTES_LENGTH))
        else:
            data = substring(data, ld(part, BYTES_LENGTH), length)
    return same_kind(value, data)


def bytes_join(value, iterable):
    """bytes.join"""
    items = items_of(iterable, "can only join an iterable")
    separator = bytes_of(value)
    gap = ld(separator, BYTES_LENGTH)
    builder = new_builder()
    for i in range(ld(items, LIST_LENGTH)):
        item = ld(ld(items, LIST_STORAGE), STORAGE_ITEMS + i)
        part = bytes_of(item)
        if part is END:
            which = int_to_string(i)
            name = type_name(item)
            raise TypeError(f"sequence item {which}: expected a bytes-like object, {name} found")
        if i > 0:
            put_slice(builder, separator, 0, gap)
        put_slice(builder, part, 0, ld(part, BYTES_LENGTH))
    return same_kind(value, built_bytes(builder))


def fill_byte(fill, name):
    """The fill byte that is given to bytes.center and its relatives."""
    data = END
    if is_a(payload_of(fill), bytes) or is_a(payload_of(fill), bytearray):
        data = bytes_of(fill)
    if data is END or ld(data, BYTES_LENGTH) != 1:
        given = argument_type(fill)
        raise TypeError(f"{name}() argument 2 must be a byte string of length 1, not {given}")
    return char_at(data, 0)


def bytes_center(value, width, fill):
    """bytes.center"""
    width = count_argument(width)
    return same_kind(value, text_center(bytes_of(value), width, fill_byte(fill, "center")))


def bytes_ljust(value, width, fill):
    """bytes.ljust"""
    space = count_argument(width) - ld(value, BYTES_LENGTH)
    return same_kind(value, padded(bytes_of(value), 0, space, fill_byte(fill, "ljust")))


def bytes_rjust(value, width, fill):
    """bytes.rjust"""
    space = count_argument(width) - ld(value, BYTES_LENGTH)
    return same_kind(value, padded(bytes_of(value), space, 0, fill_byte(fill, "rjust")))


def bytes_zfill(value, width):
    """bytes.zfill"""
    width = count_argument(width)
    return same_kind(value, text_zfill(bytes_of(value), width))


def bytes_expandtabs(value, size):
    """bytes.expandtabs"""
    size = count_argument(size)
    return same_kind(value, text_expandtabs(bytes_of(value), size))


def byte_table(table):
    """The 256 bytes of a translation, or None."""
    if table is None:
        return None
    data = bytes_like(table)
    if ld(data, BYTES_LENGTH) != 256:
        raise ValueError("translation table must be 256 characters long")
    return data


def bytes_translate(value, table, removed):
    """bytes.translate"""
    table = byte_table(table)
    removed = bytes_like(removed)
    data = bytes_of(value)
    builder = new_builder()
    for i in range(ld(data, BYTES_LENGTH)):
        byte = char_at(data, i)
        if find_char(removed, byte, 0, ld(removed, BYTES_LENGTH)) < 0:
            if table is not None:
                byte = char_at(table, byte)
            put_char(builder, byte)
    return same_kind(value, built_bytes(builder))


def bytes_maketrans(source, target):
    """bytes.maketrans"""
    source = bytes_like(source)
    target = bytes_like(target)
    length = ld(source, BYTES_LENGTH)
    if length != ld(target, BYTES_LENGTH):
        raise ValueError("maketrans arguments must have same length")
    table = new_bytes(256)
    for i in range(256):
        at = find_last_char(source, i, 0, length)
        if at >= 0:
            set_char(table, i, char_at(target, at))
        else:
            set_char(table, i, i)
    return table


def bytes_hex(value, separator, group):
    """bytes.hex"""
    data = bytes_of(value)
    length = ld(data, BYTES_LENGTH)
    gap = -1
    if separator is not END:
        gap = hex_separator(separator)
    group = count_argument(group)
    builder = new_builder()
    for i in range(length):
        if gap >= 0 and i > 0 and group != 0:
            if group > 0 and (length - i) % group == 0 or group < 0 and i % (0 - group) == 0:
                put_char(builder, gap)
        put_hex(builder, char_at(data, i), 2)
    return built(builder)


def hex_separator(separator):
    """The code of the separator that bytes.hex puts between bytes."""
    text = string_of(separator)
    if text is END:
        text = bytes_of(separator)
        if text is END:
            if special(separator, "__len__") is END:
                raise TypeError(f"object of type '{type_name(separator)}' has no len()")
            raise TypeError("sep must be str or bytes.")
    if ld(text, STR_LENGTH) != 1:
        raise ValueError("sep must be length 1.")
    code = char_at(text, 0)
    if code > 127:
        raise ValueError("sep must be ASCII.")
    return code


def hex_digit(text, index):
    """The value of the hexadecimal digit at an index, or -1."""
    if index >= ld(text, STR_LENGTH):
        return -1
    code = char_at(text, index)
    if 48 <= code <= 57:
        return code - 48
    if 97 <= code | 32 <= 102:
        return (code | 32) - 87
    return -1


def bytes_fromhex(string):
    """The BYTES of bytes.fromhex"""
    text = string_of(string)
    if text is END:
        raise TypeError(f"fromhex() argument must be str, not {argument_type(string)}")
    length = ld(text, STR_LENGTH)
    builder = new_builder()
    at = 0
    while at < length:
        code = char_at(text, at)
        if code == 32 or 9 <= code <= 13:
            at += 1
        else:
            high = hex_digit(text, at)
            low = hex_digit(text, at + 1)
            if high < 0 or low < 0:
                if high >= 0:
                    at += 1
                raise ValueError(
                    f"non-hexadecimal number found in fromhex() arg at position {int_to_string(at)}"
                )
            put_char(builder, high << 4 | low)
            at += 2
    return built_bytes(builder)
