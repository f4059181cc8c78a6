"""Uncaught exceptions: CPython's text on the error stream, and the end of the program.

A frame of a traceback is the line `\\x01` and the code address in decimal, behind
whatever the lines of a group begin with: the host replaces it by the lines that show the
file and the source. The line `\\x02` and a number is the exit status."""

FRAME = 1
STATUS = 2

# The exit status of a program that SIGINT has ended, as a shell gives it.
INTERRUPTED = 130

CAUSED = "\nThe above exception was the direct cause of the following exception:\n"
DURING = "\nDuring handling of the above exception, another exception occurred:\n"

MOST_IN_GROUP = 15
MOST_GROUPS = 10

# The exceptions that were written: a pair of the last one and those before it, or None.
reported = None

# The line below the last exception of a group has not been drawn.
needs_line = False


def report(text):
    """Writes a string to the error stream, as UTF-8."""
    report_part(text, 0, ld(text, STR_LENGTH))


def report_part(text, start, stop):
    """The same for the characters from start to stop."""
    for i in range(start, stop):
        code = char_at(text, i)
        if code < 0x80:
            pute(code)
        elif code < 0x800:
            pute(0xC0 | code >> 6)
            pute(0x80 | code & 0x3F)
        elif code < 0x10000:
            pute(0xE0 | code >> 12)
            pute(0x80 | code >> 6 & 0x3F)
            pute(0x80 | code & 0x3F)
        else:
            pute(0xF0 | code >> 18)
            pute(0x80 | code >> 12 & 0x3F)
            pute(0x80 | code >> 6 & 0x3F)
            pute(0x80 | code & 0x3F)


def report_number(n):
    """Writes an INT that is not negative in decimal."""
    if n > 9:
        report_number(n // 10)
    pute(48 + n % 10)


def report_margin(depth_of_group, text):
    """Begins a line within a group."""
    for i in range(depth_of_group):
        report("  ")
    if depth_of_group:
        report(text)


def end_uncaught(exception):
    """Ends the program because of an exception."""
    if exists(SystemExit) and is_a_system_exit(exception):
        exit_program(exception)
    if defined("excepthook") and own_excepthook is not END:
        call_excepthook(exception)
    try:
        report_chain(exception, 0)
    except MemoryError:
        report_briefly(exception)
    except RecursionError:
        report("RecursionError\n")
    halt_after(exception)


def halt_after(exception):
    """Stops the machine after the report of an exception. The exit status is that of CPython,
    in which a KeyboardInterrupt, but not what is derived from it, ends in the signal."""
    if exists(KeyboardInterrupt) and class_of(exception) is class_named(cid_of(KeyboardInterrupt)):
        halt_with_status(INTERRUPTED)
    halt(1)


def halt_with_status(number):
    """Stops the machine with an exit status."""
    if number == 0:
        halt(0)
    pute(STATUS)
    report_number(number)
    pute(10)
    halt(1)


def report_briefly(exception):
    """Writes what can be written of an exception without memory."""
    if ld(exception, EXC_TRACEBACK) is not None:
        report("Traceback (most recent call last):\n")
        report_traceback(exception, 0)
    report(ld(class_of(exception), CLASS_QUALNAME))
    pute(10)


def is_a_system_exit(exception):
    """True for SystemExit."""
    return is_instance(exception, class_named(cid_of(SystemExit)))


def exit_program(exception):
    """Ends the program because of SystemExit: with its `code` as the exit status, or as a message
    and status 1."""
    status = exit_code(exception)
    if status is None:
        halt(0)
    number = payload_of(status)
    if tag(number) == INT or tag(number) == BOOL or is_a(number, BIGINT):
        halt_with_status(low_byte(number))
    try:
        text = str_text(status)
    except BaseException:
        text = ""
    report(text)
    pute(10)
    halt_with_status(1)


def exit_code(exception):
    """The attribute `code` of a SystemExit, or the exception itself if that fails."""
    if exists(class_value) and class_of(exception) is not class_named(cid_of(SystemExit)):
        try:
            return load_attribute(exception, "code")
        except BaseException:
            return exception
    return ld(exception, EXC_VALUE)


def low_byte(n):
    """The lowest eight bits of an integer; 255 if it does not fit into C's long."""
    if tag(n) != BIGINT:
        return n & 255
    size = ld(n, BIGINT_SIZE)
    low = ld(n, BIGINT_DIGITS)
    if size < 0:
        low = rsub(0, low)
    if size > 2 or size < -2:
        return 255
    if size == 2 or size == -2:
        high = ld(n, BIGINT_DIGITS + 1)
        # −2**63 is the only one with that bit that fits.
        if high < 0 and (size > 0 or low or radd(high, high)):
            return 255
    return radd(low, 0) & 255


def report_chain(exception, group):
    """Writes an exception after those that it was raised from or during."""
    global reported
    check_stack()
    reported = (exception, reported)
    cause = ld(exception, EXC_CAUSE)
    context = ld(exception, EXC_CONTEXT)
    if cause is not None:
        if not is_reported(cause):
            report_chain(cause, group)
            report_lines(CAUSED, group)
    elif context is not None and not ld(exception, EXC_SUPPRESS) and not is_reported(context):
        report_chain(context, group)
        report_lines(DURING, group)
    if exists(BaseExceptionGroup) and is_instance(exception, class_named(cid_of(BaseExceptionGroup))):
        report_group(exception, group)
    else:
        if ld(exception, EXC_TRACEBACK) is not None:
            report_margin(group, "| ")
            report("Traceback (most recent call last):\n")
            report_traceback(exception, group)
        report_exception(exception, group)


def is_reported(exception):
    """True if an exception was written already."""
    entry = reported
    while entry is not None:
        if ld(entry, TUPLE_ITEMS) is exception:
            return True
        entry = ld(entry, TUPLE_ITEMS + 1)
    return False


def report_traceback(exception, group):
    """Writes the frames, outermost first."""
    entries = ld(exception, EXC_TRACEBACK)
    i = ld(entries, TRACEBACK_COUNT)
    while i > 0:
        i -= 1
        entry = ld(entries, TRACEBACK_ENTRIES + i)
        for repetition in range((entry >> 16) + 1):
            report_margin(group, "| ")
            pute(FRAME)
            report_number(entry & TRACEBACK_PC)
            pute(10)


def report_exception(exception, group):
    """Writes the last line of a traceback, and the notes."""
    cls = class_of(exception)
    title = class_title(cls)
    text = shown_text(exception)
    if exists(SyntaxError) and has_location(exception):
        report_location(exception, group)
        text = str_text(ld(exception, EXC_VALUE))
    if ld(text, STR_LENGTH):
        title = concat(concat(title, ": "), text)
    title = concat(title, suggestion(exception))
    report_margin(group, "| ")
    report(title)
    pute(10)
    if defined("add_note") or defined("__notes__"):
        notes = ld(exception, EXC_NOTES)
        if notes is not None:
            report_notes(notes, group)


def shown_text(exception):
    """str(exception), whatever that does."""
    if not exists(exception_arguments):
        return args_text(exception)
    try:
        return str_text(exception)
    except BaseException:
        return "<exception str() failed>"


def class_title(cls):
    """The name of an exception's class, with its module."""
    title = ld(cls, CLASS_QUALNAME)
    module_name = ld(cls, CLASS_MODULE)
    if tag(module_name) != STR or str_equal(module_name, "__main__") or str_equal(module_name, "builtins"):
        return title
    return concat(concat(module_name, "."), title)


def report_lines(text, group):
    """Writes lines, each behind the margin."""
    start = 0
    length = ld(text, STR_LENGTH)
    for i in range(length):
        if char_at(text, i) == 10:
            report_margin(group, "| ")
            report_part(text, start, i + 1)
            start = i + 1
    report_margin(group, "| ")
    report_part(text, start, length)
    pute(10)


def report_notes(notes, group):
    """Writes the notes."""
    if tag(notes) != LIST and tag(notes) != TUPLE:
        report_lines(repr_text(notes), group)
        return
    notes = tuple_of(notes)
    for i in range(ld(notes, TUPLE_LENGTH)):
        note = ld(notes, TUPLE_ITEMS + i)
        report_lines(str_text(note), group)


def report_group(exception, group):
    """Writes an exception group: its traceback, then the exceptions in it. The innermost
    group draws the line below the last exception of all."""
    global needs_line
    if group > MOST_GROUPS:
        report_margin(group, "| ")
        report(f"... (max_group_depth is {MOST_GROUPS})\n")
        return
    mark = "| "
    if group == 0:
        group = 1
        mark = "+ "
    if ld(exception, EXC_TRACEBACK) is not None:
        report_margin(group, mark)
        report("Exception Group Traceback (most recent call last):\n")
        report_traceback(exception, group)
    report_exception(exception, group)
    members = ld(exception, EXC_OTHER)
    count = ld(members, TUPLE_LENGTH)
    needs_line = False
    i = 0
    while i < count and i <= MOST_IN_GROUP:
        needs_line = i == count - 1 or i == MOST_IN_GROUP
        if i == 0:
            report_margin(group, "+-")
        else:
            report_margin(group, "  ")
        if i == MOST_IN_GROUP:
            report("+---------------- ... ----------------\n")
            report_margin(group + 1, "| ")
            report(f"and {count - i} more exception{plural(count - i)}\n")
        else:
            report("+---------------- ")
            report_number(i + 1)
            report(" ----------------\n")
            report_chain(ld(members, TUPLE_ITEMS + i), group + 1)
        i += 1
    if needs_line:
        report_margin(group + 1, "+------------------------------------\n")
        needs_line = False
