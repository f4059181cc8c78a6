"""The module traceback: what the machine can say of exceptions. The lines of frames come from
the host, so that there is no text of them here."""


@builtin(module="traceback")
def print_exc():
    """Writes the exception that is being handled to the error stream, with its traceback."""
    error = topmost_handled()
    if error is None:
        report("NoneType: None\n")
        return
    report_handled(error)


@builtin(module="traceback")
def print_exception(exc, /):
    """Writes an exception to the error stream, with its traceback."""
    if not is_exception(exc):
        raise TypeError(f"Exception expected for value, {type_name(exc)} found")
    report_handled(exc)


def report_handled(exception):
    """Writes an exception of a program that goes on."""
    global reported
    reported = None
    report_chain(exception, 0)
    reported = None
