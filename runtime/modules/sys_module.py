"""The module sys."""


@builtin(module="sys", name="exit")
def sys_exit(status=None, /):
    """Exits by raising SystemExit(status)."""
    if tag(status) == OBJECT and is_a_system_exit(status):
        raise_new(status)
    if status is None:
        raise_exit((), None)
    if tag(status) == TUPLE:
        raise_exit(status, status)
    raise_exit((status,), status)


@builtin
def exit(code=None):
    """Exits by raising SystemExit(code)."""
    raise_exit((code,), code)


@builtin
def quit(code=None):
    """Exits by raising SystemExit(code)."""
    raise_exit((code,), code)


def raise_exit(args, status):
    """Raises SystemExit(*args) with an exit status."""
    error = new_exception(SystemExit, args)
    st(error, EXC_VALUE, status)
    raise_new(error)


@builtin(module="sys")
def exc_info():
    """Class, exception and traceback of the exception that is being handled."""
    error = topmost_handled()
    if error is None:
        return (None, None, None)
    return (class_of(error), error, ld(error, EXC_TRACEBACK))


@builtin(module="sys")
def exception():
    """The exception that is being handled, or None."""
    return topmost_handled()


# What the program set sys.excepthook to, or END.
own_excepthook = END


@builtin(module="sys")
def excepthook(kind, value, traceback, /):
    """Writes an exception to the error stream, with its traceback."""
    report_handled(value)


@builtin(module="sys", name="__excepthook__")
def first_excepthook(kind, value, traceback, /):
    """The same, whatever sys.excepthook was set to."""
    report_handled(value)


def replace_excepthook(value):
    """sys.excepthook = value"""
    global own_excepthook
    own_excepthook = value


def call_excepthook(exception):
    """Has the program's sys.excepthook handle an uncaught exception."""
    try:
        own_excepthook(class_of(exception), exception, ld(exception, EXC_TRACEBACK))
    except BaseException:
        error = handled
        if exists(SystemExit) and is_a_system_exit(error):
            exit_program(error)
        report("Error in sys.excepthook:\n")
        report_handled(error)
        report("\nOriginal exception was:\n")
        report_handled(exception)
    halt_after(exception)


@builtin(module="sys")
def getrecursionlimit():
    """The most frames of the program."""
    return recursion_limit


@builtin(module="sys")
def setrecursionlimit(limit, /):
    """Sets the most frames of the program, as far as there is room."""
    global recursion_limit
    limit = index_of(limit)
    if tag(limit) != INT:
        raise OverflowError("Python int too large to convert to C int")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    # CPython counts this function.
    at = program_depth() + 1
    if at >= limit:
        raise RecursionError(f"cannot set the recursion limit to {limit} at the recursion depth {at}: the limit is too low")
    recursion_limit = limit
    set_depth_limit(limit)


@builtin(module="sys")
def get_int_max_str_digits():
    """The most digits of an integer that becomes a string or comes from one."""
    return digits_limit()


@builtin(module="sys")
def set_int_max_str_digits(maxdigits):
    """Sets that number; 0 is no limit."""
    global int_digits_limit
    limit = index_of(maxdigits)
    if tag(limit) != INT:
        raise OverflowError("Python int too large to convert to C int")
    if limit != 0 and limit < LOWEST_DIGITS_LIMIT:
        raise ValueError(f"maxdigits must be 0 or larger than {LOWEST_DIGITS_LIMIT}")
    int_digits_limit = limit


@builtin(module="sys")
def getsizeof(o, default=0, /):
    """The size of an object in bytes of memory."""
    if tag(o) < FLOAT:
        return 4
    return block_words(retag(ld(o, HEADER), INT)) * 4


@builtin(module="sys")
def intern(text, /):
    """The string itself."""
    if tag(text) != STR:
        raise TypeError(f"intern() argument must be str, not {type_name(text)}")
    return text


maxsize: builtin(module="sys") = 9223372036854775807
maxunicode: builtin(module="sys") = 1114111
byteorder: builtin(module="sys") = "little"
platform: builtin(module="sys") = "pyxl"
version: builtin(module="sys") = "3.11.0 (PyXL)"
hexversion: builtin(module="sys") = 51052784
