"""Strings: word 0 is the header, 1 the length, 3 and up are the characters."""

WIDTH_MASK = 63
LENGTH = 1
CHARS = 3

OUTPUT = 0
ERRORS = 1


def length(text):
    """The number of characters."""
    return retag(ld(text, LENGTH), INT)


def character(text, index):
    """The code point at an index within the string."""
    width = retag(ld(text, 0), INT) & WIDTH_MASK
    if width == 1:
        word = retag(ld(text, CHARS + (index >> 2)), INT)
        return word >> ((index & 3) << 3) & 0xFF
    if width == 2:
        word = retag(ld(text, CHARS + (index >> 1)), INT)
        return word >> ((index & 1) << 4) & 0xFFFF
    return retag(ld(text, CHARS + index), INT)


def compare_strings(a, b):
    """Negative, zero or positive, as a is less than, equal to or greater than b."""
    common = length(a)
    if length(b) < common:
        common = length(b)
    for i in range(common):
        difference = character(a, i) - character(b, i)
        if difference:
            return difference
    return length(a) - length(b)


def send_string(text, stream):
    """Writes a string as UTF-8."""
    for i in range(length(text)):
        code = character(text, i)
        if code < 0x80:
            send(code, stream)
        elif code < 0x800:
            send(0xC0 | code >> 6, stream)
            send(0x80 | code & 0x3F, stream)
        elif code < 0x10000:
            send(0xE0 | code >> 12, stream)
            send(0x80 | code >> 6 & 0x3F, stream)
            send(0x80 | code & 0x3F, stream)
        else:
            send(0xF0 | code >> 18, stream)
            send(0x80 | code >> 12 & 0x3F, stream)
            send(0x80 | code >> 6 & 0x3F, stream)
            send(0x80 | code & 0x3F, stream)


def send(byte, stream):
    """Writes a byte."""
    if stream == OUTPUT:
        putc(byte)
    else:
        pute(byte)
