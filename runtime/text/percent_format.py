"""The % operator of strings and bytes."""

PERCENT_FORMAT = 1
PERCENT_ARGS = 2
PERCENT_NEXT = 3
PERCENT_MAPPING = 4
PERCENT_BUILDER = 5
PERCENT_FLAGS = 6
PERCENT_WIDTH = 7
PERCENT_PRECISION = 8
PERCENT_WORDS = 9

# PERCENT_NEXT when the only argument is no tuple: not used yet, and used.
SINGLE = -2
SINGLE_USED = -1

FLAG_LEFT = 1
WIDTH_LIMIT = 200000000


class percent_formatter:
    """A format, its arguments, and the conversion that is being worked on."""


def str_mod(format, args):
    """format % args, of strings."""
    return built(percent_format(format, args))


def percent_format(format, args):
    """A builder with the text, or with the bytes, of format % args."""
    if tag(payload_of(args)) == TUPLE:
        args = payload_of(args)
    state = alloc(percent_formatter, PERCENT_WORDS)
    builder = new_builder()
    st(state, PERCENT_FORMAT, format)
    st(state, PERCENT_ARGS, args)
    st(state, PERCENT_BUILDER, builder)
    st(state, PERCENT_MAPPING, is_mapping(args, format))
    if tag(args) == TUPLE:
        st(state, PERCENT_NEXT, 0)
    else:
        st(state, PERCENT_NEXT, SINGLE)
    length = ld(format, STR_LENGTH)
    at = 0
    while at < length:
        start = at
        at = find_char(format, 37, start, length)
        if at < 0:
            at = length
        put_slice(builder, format, start, at)
        if at < length:
            at = put_conversion(state, at + 1)
    if ld(state, PERCENT_MAPPING) is False and arguments_left(state):
        kind = "string"
        if tag(format) != STR:
            kind = "bytes"
        raise TypeError(f"not all arguments converted during {kind} formatting")
    return builder


def is_mapping(args, format):
    """Whether the right operand can be asked for keys; then it need not be used up."""
    inner = payload_of(args)
    kind = tag(inner)
    if kind == TUPLE or kind == STR or kind < FLOAT:
        return False
    if tag(format) != STR and (is_a(inner, bytes) or is_a(inner, bytearray)):
        return False
    return special(args, "__getitem__") is not END


def arguments_left(state):
    """Whether there are arguments that no conversion has used."""
    place = ld(state, PERCENT_NEXT)
    if place < 0:
        return place == SINGLE
    return place < ld(ld(state, PERCENT_ARGS), TUPLE_LENGTH)


def next_argument(state):
    """The next argument."""
    place = ld(state, PERCENT_NEXT)
    args = ld(state, PERCENT_ARGS)
    if place == SINGLE:
        st(state, PERCENT_NEXT, SINGLE_USED)
        return args
    if place >= 0 and place < ld(args, TUPLE_LENGTH):
        st(state, PERCENT_NEXT, place + 1)
        return ld(args, TUPLE_ITEMS + place)
    raise TypeError("not enough arguments for format string")


def format_char(format, at):
    """The character at an index of a format, which must go on."""
    if at >= ld(format, STR_LENGTH):
        raise ValueError("incomplete format")
    return char_at(format, at)


def put_conversion(state, at):
    """Appends what the conversion at an index, after its %, stands for. Returns the index
    after it."""
    format = ld(state, PERCENT_FORMAT)
    builder = ld(state, PERCENT_BUILDER)
    code = format_char(format, at)
    if code == 37:
        put_char(builder, 37)
        return at + 1
    if code == 115 or code == 100 or code == 114:
        put_plain(state, next_argument(state), code, at)
        return at + 1
    if code == 40:
        at = take_key(state, at)
    at = take_flags(state, at)
    at = take_number(state, at, PERCENT_WIDTH)
    st(state, PERCENT_PRECISION, -1)
    if format_char(format, at) == 46:
        st(state, PERCENT_PRECISION, 0)
        at = take_number(state, at + 1, PERCENT_PRECISION)
    code = format_char(format, at)
    if code == 104 or code == 108 or code == 76:
        at += 1
        code = format_char(format, at)
    put_converted(state, next_argument(state), code, at)
    return at + 1


def put_plain(state, value, code, at):
    """Appends an argument for %s, %d or %r without flags, width or precision."""
    format = ld(state, PERCENT_FORMAT)
    if tag(format) == STR:
        if tag(value) == INT:
            put_text(ld(state, PERCENT_BUILDER), int_to_string(value))
            return
        if code == 115:
            put_text(ld(state, PERCENT_BUILDER), str_text(value))
            return
    st(state, PERCENT_FLAGS, 0)
    st(state, PERCENT_WIDTH, 0)
    st(state, PERCENT_PRECISION, -1)
    put_converted(state, value, code, at)


def take_key(state, at):
    """Looks the key in parentheses up, so that its value is the argument."""
    format = ld(state, PERCENT_FORMAT)
    if ld(state, PERCENT_MAPPING) is False:
        raise TypeError("format requires a mapping")
    at += 1
    start = at
    depth = 1
    length = ld(format, STR_LENGTH)
    while depth > 0:
        if at >= length:
            raise ValueError("incomplete format key")
        code = char_at(format, at)
        if code == 40:
            depth += 1
        elif code == 41:
            depth -= 1
        at += 1
    mapping = ld(state, PERCENT_MAPPING)
    if mapping is True:
        mapping = ld(state, PERCENT_ARGS)
        st(state, PERCENT_MAPPING, mapping)
    st(state, PERCENT_ARGS, mapping[substring(format, start, at - 1)])
    st(state, PERCENT_NEXT, SINGLE)
    return at


def take_flags(state, at):
    """Reads the flags - + space # 0, as percent_number knows them."""
    flags = 0
    format = ld(state, PERCENT_FORMAT)
    while True:
        code = format_char(format, at)
        if code == 45:
            flags = flags | 1
        elif code == 43:
            flags = flags | 2
        elif code == 32:
            flags = flags | 4
        elif code == 35:
            flags = flags | 8
        elif code == 48:
            flags = flags | 16
        else:
            st(state, PERCENT_FLAGS, flags)
            return at
        at += 1


def take_number(state, at, field):
    """Reads a width or precision, which may be * for an argument."""
    format = ld(state, PERCENT_FORMAT)
    value = 0
    if format_char(format, at) == 42:
        value = star_argument(state, field)
        at += 1
        if value < 0:
            if field == PERCENT_WIDTH:
                st(state, PERCENT_FLAGS, ld(state, PERCENT_FLAGS) | FLAG_LEFT)
                value = 0 - value
            else:
                value = 0
    else:
        code = format_char(format, at)
        while 48 <= code <= 57:
            if value > WIDTH_LIMIT:
                if field == PERCENT_WIDTH:
                    raise ValueError("width too big")
                raise ValueError("precision too big")
            value = value * 10 + code - 48
            at += 1
            code = format_char(format, at)
    st(state, field, value)
    return at


def star_argument(state, field):
    """The argument for a * in the place of a width or precision."""
    value = payload_of(next_argument(state))
    if not is_number(value):
        raise TypeError("* wants int")
    if tag(value) == BIGINT and field == PERCENT_PRECISION:
        raise OverflowError("Python int too large to convert to C int")
    return count_argument(value)


def put_converted(state, value, code, at):
    """Appends an argument, converted as the character at an index of the format says."""
    format = ld(state, PERCENT_FORMAT)
    text = tag(format) == STR
    if code == 99:
        if text:
            part = char_string(character_code(value))
        else:
            part = char_string(byte_code(value))
        st(state, PERCENT_PRECISION, -1)
        put_field_text(state, part)
    elif code == 115 or code == 98 and not text:
        if text:
            put_field_text(state, str_text(value))
        else:
            put_field_text(state, percent_bytes(value))
    elif code == 114 and text:
        put_field_text(state, repr_text(value))
    elif code == 97 or code == 114:
        put_field_text(state, ascii_of(value))
    elif find_char("diouxXeEfFgG", code, 0, 12) >= 0:
        flags = ld(state, PERCENT_FLAGS)
        width = ld(state, PERCENT_WIDTH)
        if not text and is_float_kind(code):
            value = bytes_real(value)
        precision = ld(state, PERCENT_PRECISION)
        put_text(ld(state, PERCENT_BUILDER), percent_number(value, flags, width, precision, code))
    else:
        bad_conversion(code, at)


def bytes_real(value):
    """The operand of a conversion to a float in a format of bytes, where there is one error for
    everything that can go wrong."""
    number = END
    try:
        number = real_argument(value)
    except BaseException:
        pass
    if number is END:
        raise TypeError(f"float argument required, not {type_name(value)}")
    return number


def bad_conversion(code, at):
    """Raises for a character that is no conversion."""
    builder = new_builder()
    if 31 < code < 127:
        put_char(builder, code)
    else:
        put_char(builder, 63)
    put_text(builder, "' (0x")
    put_code(builder, code)
    end = f") at index {int_to_string(at)}"
    raise ValueError(f"unsupported format character '{built(builder)}{end}")


def put_field_text(state, part):
    """Appends a text, cut to the precision and padded to the width."""
    builder = ld(state, PERCENT_BUILDER)
    length = ld(part, STR_LENGTH)
    precision = ld(state, PERCENT_PRECISION)
    if 0 <= precision < length:
        length = precision
    space = ld(state, PERCENT_WIDTH) - length
    if space > TEXT_MAX:
        raise MemoryError
    left = ld(state, PERCENT_FLAGS) & FLAG_LEFT
    if left == 0:
        put_spaces(builder, space)
    put_slice(builder, part, 0, length)
    if left:
        put_spaces(builder, space)


def put_spaces(builder, count):
    """Appends spaces."""
    if count > 0:
        put_text(builder, padded("", count, 0, 32))


def character_code(value):
    """The code of the character that %c writes."""
    text = string_of(value)
    if text is not END:
        if ld(text, STR_LENGTH) != 1:
            raise TypeError("%c requires int or char")
        return char_at(text, 0)
    code = index_or_end(value)
    if code is END:
        raise TypeError("%c requires int or char")
    if tag(code) == BIGINT or code < 0 or code > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    return code + 0
