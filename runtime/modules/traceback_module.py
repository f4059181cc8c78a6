"""The module traceback: what the machine can say of exceptions. The lines of frames come from
the host, so that there is no text of them here."""


@builtin(module="traceback")
def print_exc(limit=None, file=None, chain=True):
    """Writes the exception that is being handled to the error stream, with its traceback."""
    check_whole(limit, file, chain)
    error = topmost_handled()
    if error is None:
        report("NoneType: None\n")
        return
    report_handled(error)


@builtin(module="traceback")
def print_exception(exc, /, limit=None, file=None, chain=True):
    """Writes an exception to the error stream, with its traceback."""
    check_whole(limit, file, chain)
    if not is_exception(exc):
        raise TypeError(f"Exception expected for value, {type_name(exc)} found")
    report_handled(exc)


def check_whole(limit, file, chain):
    """Raises NotImplementedError for what only the host can do."""
    if file is not None and is_a(file, text_stream) and ld(file, STREAM_NUMBER) == ERRORS:
        file = None
    if limit is not None or file is not None or not truth(chain):
        raise NotImplementedError("tracebacks go to the error stream as a whole: only the host knows their lines")


def report_handled(exception):
    """Writes an exception of a program that goes on."""
    global reported
    reported = None
    report_chain(exception, 0)
    reported = None
