"""Exceptions: the last line of the traceback, and the end of the program."""


def report(text):
    """Writes a part of the message."""
    send_string(text, ERRORS)


def report_type(value):
    """Writes the name of a value's type."""
    kind = tag(value)
    if kind == INT:
        report("int")
    elif kind == BOOL:
        report("bool")
    elif kind == STR:
        report("str")
    elif kind == NONE:
        report("NoneType")
    else:
        report("function")


def fail():
    """Ends the message, and the program. The host adds the frames."""
    pute(10)
    halt(1)


def not_yet(what):
    """Raises for something that CPython can do and this runtime cannot."""
    report("NotImplementedError: ")
    report(what)
    report(" not supported yet")
    fail()


def too_large():
    """Raises for a result that is no 32-bit integer."""
    not_yet("integers beyond 32 bits are")


def name_error(message):
    """Raises for a name that the program never binds."""
    report("NameError: ")
    report(message)
    fail()


def assertion_failed():
    """Raises for an assertion without a message."""
    report("AssertionError")
    fail()


def assertion_error(message):
    """Raises for an assertion with a message."""
    report("AssertionError")
    if tag(message) != STR or length(message):
        report(": ")
        send_value(message, ERRORS)
    fail()
