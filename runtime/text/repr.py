"""str(), repr() and ascii() of any value."""

repr_active = None


def str_of(value):
    """str(value)"""
    kind = tag(value)
    if kind == STR:
        return value
    if kind == INT:
        return small_to_string(value)
    if is_a(value, BIGINT):
        return big_to_string(value)
    if is_a(value, FLOAT):
        return float_repr(value)
    if kind < FLOAT:
        return constant_text(value)
    check_stack()
    text = special0(value, "__str__")
    if text is END:
        return str_by_repr(value)
    return string_returned(text, "__str__")


def str_by_repr(value):
    """str(value) of a type that has only a __repr__."""
    text = special0(value, "__repr__")
    if text is END:
        return default_repr(value)
    return string_returned(text, "__str__")


def repr_of(value):
    """repr(value)"""
    kind = tag(value)
    if kind == STR:
        return str_repr(value)
    if kind == INT:
        return small_to_string(value)
    if is_a(value, BIGINT):
        return big_to_string(value)
    if is_a(value, FLOAT):
        return float_repr(value)
    if kind < FLOAT:
        return constant_text(value)
    check_stack(" while getting the repr of an object")
    text = special0(value, "__repr__")
    if text is END:
        return default_repr(value)
    return string_returned(text, "__repr__")


def str_text(value):
    """str(value) as a STR, where the method may have returned an instance of a subclass."""
    return string_of(str_of(value))


def repr_text(value):
    """repr(value) as a STR."""
    return string_of(repr_of(value))


def ascii_of(value):
    """ascii(value)"""
    text = repr_text(value)
    if is_ascii_text(text):
        return text
    builder = new_builder()
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if code < 128:
            put_char(builder, code)
        else:
            put_escape(builder, code)
    return built(builder)


def constant_text(value):
    """The name of a constant such as None, or another word that is no reference."""
    if value is None:
        return "None"
    if tag(value) == BOOL:
        if value:
            return "True"
        return "False"
    if value is Ellipsis:
        return "Ellipsis"
    if value is NotImplemented:
        return "NotImplemented"
    return default_repr(value)


def hex_text(prefix, value, digits):
    """The last digits of a number in hexadecimal, behind a prefix."""
    builder = new_builder()
    put_text(builder, prefix)
    put_hex(builder, value, digits)
    return built(builder)


def put_hex(builder, value, digits):
    """Appends the last digits of a number in hexadecimal."""
    shift = digits - 1 << 2
    while shift >= 0:
        digit = rshr(value, shift) & 15
        if digit > 9:
            digit += 39
        put_char(builder, 48 + digit)
        shift -= 4


def put_escape(builder, code):
    """Appends a character as \\x.., \\u.... or \\U........"""
    put_char(builder, 92)
    if code < 0x100:
        put_char(builder, 120)
        put_hex(builder, code, 2)
    elif code < 0x10000:
        put_char(builder, 117)
        put_hex(builder, code, 4)
    else:
        put_char(builder, 85)
        put_hex(builder, code, 8)


def put_quoted(builder, text, quote, escaped):
    """Appends a text between quotes, with escapes where repr has them, and for a character."""
    put_char(builder, quote)
    start = 0
    length = ld(text, STR_LENGTH)
    for i in range(length):
        code = char_at(text, i)
        if code < 32 or code == escaped or code == 92 or code > 126 and not is_plain(text, code):
            put_slice(builder, text, start, i)
            start = i + 1
            if code == escaped or code == 92:
                put_char(builder, 92)
                put_char(builder, code)
            elif code == 10:
                put_text(builder, "\\n")
            elif code == 13:
                put_text(builder, "\\r")
            elif code == 9:
                put_text(builder, "\\t")
            else:
                put_escape(builder, code)
    put_slice(builder, text, start, length)
    put_char(builder, quote)


def is_plain(text, code):
    """Whether repr shows a character, or byte, as it is."""
    if tag(text) == STR:
        return is_printable(code)
    return 32 <= code < 127


def quote_for(text):
    """The quote that repr uses: a double one only if that saves escapes."""
    length = ld(text, STR_LENGTH)
    if find_char(text, 39, 0, length) >= 0 and find_char(text, 34, 0, length) < 0:
        return 34
    return 39


def str_repr(text):
    """repr() of a string."""
    quote = quote_for(text)
    if is_ascii_text(text) and needs_no_escape(text):
        length = ld(text, STR_LENGTH)
        result = new_text(length + 2, 1)
        st(result, STR_CHARS, quote)
        copy_bytes(result, TEXT_BYTES + 1, text, TEXT_BYTES, length)
        put_last(result, length + 1, quote)
        return result
    builder = new_builder()
    put_quoted(builder, text, quote, quote)
    return built(builder)


def needs_no_escape(text):
    """Whether repr shows all characters of an ASCII text as they are."""
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if code < 40 and (code < 32 or code == 39) or code == 92 or code == 127:
            return False
    return True


def put_last(text, index, code):
    """Stores the last character of a new ASCII text. It may be the first of its word."""
    at = STR_CHARS + (index >> 2)
    if index & 3:
        code = radd(ld(text, at), rshl(code, (index & 3) << 3))
    st(text, at, code)


def repr_enter(container):
    """Notes that a container is being shown. True if it was already."""
    global repr_active
    entry = repr_active
    while entry is not None:
        if ld(entry, TUPLE_ITEMS) is container:
            return True
        entry = ld(entry, TUPLE_ITEMS + 1)
    repr_active = (container, repr_active)
    return False


def repr_leave(container):
    """The container that was entered last has been shown."""
    global repr_active
    repr_active = ld(repr_active, TUPLE_ITEMS + 1)


@builtin
def repr(obj, /):
    """The text that shows a value to a programmer."""
    return repr_of(obj)


@builtin
def ascii(obj, /):
    """Like repr(), with escapes for what is not ASCII."""
    return ascii_of(obj)
