"""Errors of encoding and decoding; their arguments are their attributes."""


def unicode_args(error, args, kwargs, count):
    """Checks and stores the arguments."""
    no_keywords(error, kwargs)
    if ld(args, TUPLE_LENGTH) != count:
        raise TypeError(f"function takes exactly {count} arguments ({ld(args, TUPLE_LENGTH)} given)")
    st(error, EXC_ARGS, args)


def unicode_arg(error, i):
    """The i-th argument."""
    return ld(ld(error, EXC_ARGS), TUPLE_ITEMS + i)


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
    def encoding(self):
        return unicode_arg(self, 0)

    @property
    def object(self):
        return unicode_arg(self, 1)

    @property
    def start(self):
        return unicode_arg(self, 2)

    @property
    def end(self):
        return unicode_arg(self, 3)

    @property
    def reason(self):
        return unicode_arg(self, 4)


@builtin
class UnicodeDecodeError(UnicodeError):
    """Unicode decoding error."""

    def __init__(self, /, *args, **kwargs):
        unicode_args(self, args, kwargs, 5)

    def __str__(self):
        start = unicode_arg(self, 2)
        end = unicode_arg(self, 3)
        reason = str_of(unicode_arg(self, 4))
        if end == start + 1:
            byte = hex_text("", byte_at(unicode_arg(self, 1), start), 2)
            return f"'{unicode_arg(self, 0)}' codec can't decode byte 0x{byte} in position {start}: {reason}"
        return f"'{unicode_arg(self, 0)}' codec can't decode bytes in position {start}-{end - 1}: {reason}"

    include(codec_arguments)


@builtin
class UnicodeEncodeError(UnicodeError):
    """Unicode encoding error."""

    def __init__(self, /, *args, **kwargs):
        unicode_args(self, args, kwargs, 5)

    def __str__(self):
        start = unicode_arg(self, 2)
        end = unicode_arg(self, 3)
        reason = str_of(unicode_arg(self, 4))
        if end == start + 1:
            code = escape(char_at(unicode_arg(self, 1), start))
            return f"'{unicode_arg(self, 0)}' codec can't encode character '{code}' in position {start}: {reason}"
        return f"'{unicode_arg(self, 0)}' codec can't encode characters in position {start}-{end - 1}: {reason}"

    include(codec_arguments)


@builtin
class UnicodeTranslateError(UnicodeError):
    """Unicode translation error."""

    def __init__(self, /, *args, **kwargs):
        unicode_args(self, args, kwargs, 4)

    def __str__(self):
        start = unicode_arg(self, 1)
        end = unicode_arg(self, 2)
        reason = str_of(unicode_arg(self, 3))
        if end == start + 1:
            return f"can't translate character '{escape(char_at(unicode_arg(self, 0), start))}' in position {start}: {reason}"
        return f"can't translate characters in position {start}-{end - 1}: {reason}"

    @property
    def object(self):
        return unicode_arg(self, 0)

    @property
    def start(self):
        return unicode_arg(self, 1)

    @property
    def end(self):
        return unicode_arg(self, 2)

    @property
    def reason(self):
        return unicode_arg(self, 3)
