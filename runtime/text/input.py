"""input(), and the stream that it reads."""

NEWLINE = 10

# The smallest object: it has nothing but its header.
INPUT_WORDS = 2


@builtin(name="TextIOWrapper", module="_io", hidden=True)
class text_input:
    """sys.stdin"""

    def read(self, size=-1, /):
        return read_characters(size_argument(size), False)

    def readline(self, size=-1, /):
        return read_characters(size_argument(size), True)

    def readlines(self, hint=-1, /):
        hint = size_argument(hint)
        lines = new_list(0)
        count = 0
        line = read_characters(-1, True)
        while ld(line, STR_LENGTH):
            list_append(lines, line)
            count += ld(line, STR_LENGTH)
            if hint > 0 and count >= hint:
                break
            line = read_characters(-1, True)
        return lines

    def __iter__(self, /):
        return self

    def __next__(self, /):
        line = read_characters(-1, True)
        if ld(line, STR_LENGTH) == 0:
            raise StopIteration
        return line

    def isatty(self, /):
        return False

    def fileno(self, /):
        return 0

    def readable(self, /):
        return True

    def writable(self, /):
        return False

    @property
    def encoding(self):
        return "utf-8"


def size_argument(size):
    """The most characters that read() and the like return: all, if it is negative."""
    if size is None:
        return -1
    size = index_of(size)
    if tag(size) != INT:
        return -1
    return size


def read_characters(limit, line):
    """At most so many characters of the standard input (any number, if negative); of one
    line, or up to the end."""
    builder = new_builder()
    count = 0
    while count != limit:
        byte = getc()
        if byte < 0:
            break
        if byte < 0x80:
            put_char(builder, byte)
        else:
            put_utf8_character(builder, whole_character(byte), 0, "strict")
        count += 1
        if line and byte == NEWLINE:
            break
    return built(builder)


def whole_character(first):
    """The BYTES of a character in UTF-8, from its first byte on, as far as they are there."""
    length = 1
    if first >= 0xC0:
        length = 2 + (first >= 0xE0) + (first >= 0xF0)
    data = zero_bytes(length)
    set_char(data, 0, first)
    for i in range(1, length):
        byte = getc()
        if byte < 0:
            return substring(data, 0, i)
        set_char(data, i, byte)
    return data


@builtin
def input(prompt="", /):
    """Writes the prompt and returns the next line of the standard input without its end."""
    output = standard_output()
    if output is END:
        write(prompt)
    else:
        if output is None:
            raise RuntimeError("input(): lost sys.stdout")
        output.write(str_of(prompt))
        output.flush()
    line = END
    if defined("stdin"):
        source = replaced_input
        if source is None:
            raise RuntimeError("input(): lost sys.stdin")
        if source is not END:
            given = source.readline()
            line = string_of(given)
            if line is END:
                raise TypeError("object.readline() returned non-string")
    if line is END:
        line = read_characters(-1, True)
    length = ld(line, STR_LENGTH)
    if length == 0:
        raise EOFError("EOF when reading a line")
    if char_at(line, length - 1) == NEWLINE:
        length -= 1
    return substring(line, 0, length)
