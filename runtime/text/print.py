"""print(), and the streams that it writes to."""

OUTPUT = 1
ERRORS = 2

STREAM_NUMBER = 1
STREAM_WORDS = 2


def write(value):
    """Writes a value to the standard output."""
    write_string(str_text(value))


def write_string(text):
    """Writes a string to the standard output."""
    if text_width(text) > 1:
        send_text(text, OUTPUT)
        return
    length = ld(text, STR_LENGTH)
    for i in range(length >> 2):
        word = ld(text, STR_CHARS + i)
        if word & LANE_HIGHS:
            for at in range(i << 2, (i << 2) + 4):
                send_character(char_at(text, at), OUTPUT)
        else:
            putc(word & 0xFF)
            putc(word >> 8 & 0xFF)
            putc(word >> 16 & 0xFF)
            putc(word >> 24)
    for at in range(length & ~3, length):
        send_character(char_at(text, at), OUTPUT)


def send_text(text, stream):
    """Writes a string as UTF-8."""
    length = ld(text, STR_LENGTH)
    if text_width(text) > 1:
        for i in range(length):
            if char_at(text, i) >> 11 == SURROGATES:
                exception_arguments
                raise UnicodeEncodeError("utf-8", text, i, i + 1, "surrogates not allowed")
    for i in range(length):
        send_character(char_at(text, i), stream)


def send_character(code, stream):
    """Writes a character as UTF-8."""
    if code < 0x80:
        send_byte(code, stream)
        return
    if code < 0x800:
        send_byte(0xC0 | code >> 6, stream)
    else:
        if code < 0x10000:
            send_byte(0xE0 | code >> 12, stream)
        else:
            send_byte(0xF0 | code >> 18, stream)
            send_byte(0x80 | code >> 12 & 0x3F, stream)
        send_byte(0x80 | code >> 6 & 0x3F, stream)
    send_byte(0x80 | code & 0x3F, stream)


def send_byte(byte, stream):
    """Writes a byte."""
    if stream == ERRORS:
        pute(byte)
    else:
        putc(byte)


@builtin(name="TextIOWrapper", module="_io")
class text_stream:
    """sys.stdout and sys.stderr."""

    def write(self, text, /):
        part = string_of(text)
        if part is END:
            raise TypeError(f"write() argument must be str, not {type_name(text)}")
        send_text(part, ld(self, STREAM_NUMBER))
        return ld(part, STR_LENGTH)

    def writelines(self, lines, /):
        iterator = iterate(lines)
        line = iternext(iterator)
        while line is not END:
            text_stream.write(self, line)
            line = iternext(iterator)

    def flush(self, /):
        return None

    def isatty(self, /):
        return False

    def fileno(self, /):
        return ld(self, STREAM_NUMBER)

    def writable(self, /):
        return True

    def readable(self, /):
        return False

    @property
    def encoding(self):
        return "utf-8"


def new_stream(number):
    """The stream with a number: OUTPUT or ERRORS."""
    stream = alloc(text_stream, STREAM_WORDS)
    st(stream, STREAM_NUMBER, number)
    return stream


@builtin
def print(*args, sep=" ", end="\n", file=None, flush=False):
    """Writes values, with a separator between them and an end after them."""
    sep = print_text(sep, " ", "sep")
    end = print_text(end, "\n", "end")
    count = ld(args, TUPLE_LENGTH)
    if file is None:
        file = standard_output()
        if file is None:
            return
    if file is END:
        for i in range(count):
            if i:
                write_string(sep)
            write(ld(args, TUPLE_ITEMS + i))
        write_string(end)
        return
    for i in range(count):
        if i:
            file.write(sep)
        file.write(str_of(ld(args, TUPLE_ITEMS + i)))
    file.write(end)
    if truth(flush):
        file.flush()


def standard_output():
    """What sys.stdout is: END while it is the hardware's output."""
    if defined("stdout"):
        return replaced_output
    return END


def print_text(value, default, name):
    """The separator or end that is given to print()."""
    if value is None:
        return default
    text = string_of(value)
    if text is END:
        raise TypeError(f"{name} must be None or a string, not {type_name(value)}")
    return text
