"""SyntaxError: where in a text something is wrong.

EXC_VALUE of one is its message, EXC_OTHER a LIST of the six details, or None."""

FILENAME = 0
LINENO = 1
OFFSET = 2
TEXT = 3
END_OFFSET = 5


@builtin
class SyntaxError(Exception):
    """Invalid syntax."""

    def __init__(self, /, *args, **kwargs):
        no_keywords(self, kwargs)
        st(self, EXC_ARGS, args)
        st(self, EXC_VALUE, first_arg(self))
        st(self, EXC_OTHER, None)
        if ld(args, TUPLE_LENGTH) == 2:
            details = tuple_of(ld(args, TUPLE_ITEMS + 1))
            count = ld(details, TUPLE_LENGTH)
            if count < 4 or count > 6:
                much = "least"
                limit = 4
                if count > 6:
                    much = "most"
                    limit = 6
                raise TypeError(f"function takes at {much} {limit} arguments ({count} given)")
            if count == 5:
                raise TypeError("end_offset must be provided when end_lineno is provided")
            for i in range(count):
                set_syntax_detail(self, i, ld(details, TUPLE_ITEMS + i))

    def __str__(self):
        message = str_text(ld(self, EXC_VALUE))
        name = syntax_detail(self, FILENAME)
        line = syntax_detail(self, LINENO)
        if tag(name) == STR:
            start = ld(name, STR_LENGTH)
            while start and char_at(name, start - 1) != 0x2F:
                start -= 1
            name = substring(name, start, ld(name, STR_LENGTH))
            if tag(line) == INT:
                return f"{message} ({name}, line {line})"
            return f"{message} ({name})"
        if tag(line) == INT:
            return f"{message} (line {line})"
        return message

    @property
    def msg(self):
        return ld(self, EXC_VALUE)

    @msg.setter
    def msg(self, value):
        st(self, EXC_VALUE, value)

    @property
    def print_file_and_line(self):
        return None

    @property
    def filename(self):
        return syntax_detail(self, 0)

    @filename.setter
    def filename(self, value):
        set_syntax_detail(self, 0, value)

    @property
    def lineno(self):
        return syntax_detail(self, 1)

    @lineno.setter
    def lineno(self, value):
        set_syntax_detail(self, 1, value)

    @property
    def offset(self):
        return syntax_detail(self, 2)

    @offset.setter
    def offset(self, value):
        set_syntax_detail(self, 2, value)

    @property
    def text(self):
        return syntax_detail(self, 3)

    @text.setter
    def text(self, value):
        set_syntax_detail(self, 3, value)

    @property
    def end_lineno(self):
        return syntax_detail(self, 4)

    @end_lineno.setter
    def end_lineno(self, value):
        set_syntax_detail(self, 4, value)

    @property
    def end_offset(self):
        return syntax_detail(self, 5)

    @end_offset.setter
    def end_offset(self, value):
        set_syntax_detail(self, 5, value)


def syntax_detail(error, i):
    """A detail, or None."""
    details = ld(error, EXC_OTHER)
    if details is None:
        return None
    return ld(ld(details, LIST_STORAGE), STORAGE_ITEMS + i)


def set_syntax_detail(error, i, value):
    """Stores a detail."""
    details = ld(error, EXC_OTHER)
    if details is None:
        details = new_list(6)
        for j in range(6):
            st(ld(details, LIST_STORAGE), STORAGE_ITEMS + j, None)
        st(error, EXC_OTHER, details)
    st(ld(details, LIST_STORAGE), STORAGE_ITEMS + i, value)


def has_location(exception):
    """True for a SyntaxError that knows its line."""
    return is_instance(exception, class_named(cid_of(SyntaxError))) and tag(syntax_detail(exception, LINENO)) == INT


def report_location(error, group):
    """Writes where a text is wrong, as the last frame of a traceback."""
    name = syntax_detail(error, FILENAME)
    if name is None:
        name = "<string>"
    report_margin(group, "| ")
    report(f"  File \"{str_text(name)}\", line {str_text(syntax_detail(error, LINENO))}\n")
    text = syntax_detail(error, TEXT)
    if tag(text) != STR:
        return
    start = 0
    stop = ld(text, STR_LENGTH)
    while stop and char_at(text, stop - 1) == 10:
        stop -= 1
    while start < stop and (char_at(text, start) == 32 or char_at(text, start) == 9):
        start += 1
    report_margin(group, "| ")
    report("    ")
    report_part(text, start, stop)
    pute(10)
    offset = syntax_detail(error, OFFSET)
    if tag(offset) != INT or offset - 1 < start:
        return
    width = 1
    end = syntax_detail(error, END_OFFSET)
    if tag(end) == INT and end > offset:
        width = end - offset
    report_margin(group, "| ")
    report("    ")
    for i in range(offset - 1 - start):
        pute(32)
    for i in range(width):
        pute(94)
    pute(10)


@builtin
class IndentationError(SyntaxError):
    """Improper indentation."""


@builtin
class TabError(IndentationError):
    """Improper mixture of spaces and tabs."""
