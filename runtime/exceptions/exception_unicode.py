"""Errors of encoding and decoding; their arguments are their attributes."""


# Where the attributes are in EXC_OTHER, a TUPLE.
UNICODE_ENCODING = 0
UNICODE_OBJECT = 1
UNICODE_START = 2
UNICODE_END = 3
UNICODE_REASON = 4
UNICODE_FIELDS = 5


def unicode_args(error, args, kwargs, count, decodes):
    """Checks and stores the arguments. If `decodes`, the object is not checked here."""
    no_keywords(error, kwargs)
    if ld(args, TUPLE_LENGTH) != count:
        raise TypeError(f"function takes exactly {count} arguments ({ld(args, TUPLE_LENGTH)} given)")
    st(error, EXC_ARGS, args)
    fields = new_tuple(UNICODE_FIELDS)
    st(fields, TUPLE_ITEMS + UNICODE_ENCODING, None)
    for i in range(count):
        field = i + UNICODE_FIELDS - count
        value = ld(args, TUPLE_ITEMS + i)
        if field == UNICODE_START or field == UNICODE_END:
            value = index_of(value)
            if tag(value) != INT:
                raise OverflowError("Python int too large to convert to C ssize_t")
        elif not (decodes and field == UNICODE_OBJECT) and string_of(value) is END:
            raise TypeError(f"argument {i + 1} must be str, not {argument_type(value)}")
        st(fields, TUPLE_ITEMS + field, value)
    st(error, EXC_OTHER, fields)


def unicode_field(error, i):
    """An attribute; None if the error was made without its arguments."""
    fields = ld(error, EXC_OTHER)
    if fields is None:
        return None
    return ld(fields, TUPLE_ITEMS + i)


def one_character(error):
    """The index of the only character, or byte, that an error is about, or -1."""
    fields = ld(error, EXC_OTHER)
    start = ld(fields, TUPLE_ITEMS + UNICODE_START)
    object = payload_of(ld(fields, TUPLE_ITEMS + UNICODE_OBJECT))
    if ld(fields, TUPLE_ITEMS + UNICODE_END) == start + 1 and 0 <= start < ld(object, STR_LENGTH):
        return start
    return -1


def unicode_text(error, verb, one, many):
    """What the error says; empty if it was made without its arguments."""
    fields = ld(error, EXC_OTHER)
    if fields is None:
        return ""
    encoding = ld(fields, TUPLE_ITEMS + UNICODE_ENCODING)
    start = ld(fields, TUPLE_ITEMS + UNICODE_START)
    reason = str_text(ld(fields, TUPLE_ITEMS + UNICODE_REASON))
    object = payload_of(ld(fields, TUPLE_ITEMS + UNICODE_OBJECT))
    text = "can't"
    if encoding is not None:
        text = f"'{str_text(encoding)}' codec can't"
    at = one_character(error)
    if at < 0:
        end = ld(fields, TUPLE_ITEMS + UNICODE_END)
        return f"{text} {verb} {many} in position {start}-{end - 1}: {reason}"
    if not exists(UnicodeDecodeError) or tag(object) == STR:
        found = f"'{escape(char_at(object, at))}'"
    else:
        found = hex_text("0x", byte_at(object, at), 2)
    return f"{text} {verb} {one} {found} in position {start}: {reason}"


def escape(code):
    """A character as the messages show it."""
    if code < 0x100:
        return hex_text("\\x", code, 2)
    if code < 0x10000:
        return hex_text("\\u", code, 4)
    return hex_text("\\U", code, 8)


@mixin
class codec_arguments:
    """The arguments of errors of encoding and decoding."""

    @property
    def object(self):
        return unicode_field(self, UNICODE_OBJECT)

    @property
    def start(self):
        return unicode_field(self, UNICODE_START)

    @property
    def end(self):
        return unicode_field(self, UNICODE_END)

    @property
    def reason(self):
        return unicode_field(self, UNICODE_REASON)


@builtin
class UnicodeDecodeError(UnicodeError):
    """Unicode decoding error."""

    def __init__(self, /, *args, **kwargs):
        unicode_args(self, args, kwargs, 5, True)
        fields = ld(self, EXC_OTHER)
        data = bytes_like(ld(fields, TUPLE_ITEMS + UNICODE_OBJECT))
        st(fields, TUPLE_ITEMS + UNICODE_OBJECT, data)

    def __str__(self):
        return unicode_text(self, "decode", "byte", "bytes")

    @property
    def encoding(self):
        return unicode_field(self, UNICODE_ENCODING)

    include(codec_arguments)


@builtin
class UnicodeEncodeError(UnicodeError):
    """Unicode encoding error."""

    def __init__(self, /, *args, **kwargs):
        unicode_args(self, args, kwargs, 5, False)

    def __str__(self):
        return unicode_text(self, "encode", "character", "characters")

    @property
    def encoding(self):
        return unicode_field(self, UNICODE_ENCODING)

    include(codec_arguments)


@builtin
class UnicodeTranslateError(UnicodeError):
    """Unicode translation error."""

    def __init__(self, /, *args, **kwargs):
        unicode_args(self, args, kwargs, 4, False)

    def __str__(self):
        return unicode_text(self, "translate", "character", "characters")

    include(codec_arguments)
