"""OSError and the classes for the kinds of it."""


@builtin
class OSError(Exception):
    """Base class for I/O related errors."""

    def __init__(self, /, *args, **kwargs):
        no_keywords(self, kwargs)
        count = ld(args, TUPLE_LENGTH)
        st(self, EXC_ARGS, args)
        if 2 <= count <= 5:
            st(self, EXC_VALUE, ld(args, TUPLE_ITEMS))
            st(self, EXC_OTHER, ld(args, TUPLE_ITEMS + 1))
            if class_of(self) is OSError:
                specialise(self, ld(args, TUPLE_ITEMS))
            if count > 2:
                st(self, EXC_MORE, slice_of_tuple(args, 2, count))
                st(self, EXC_ARGS, slice_of_tuple(args, 0, 2))

    def __str__(self):
        number = ld(self, EXC_VALUE)
        if number is None and ld(self, EXC_OTHER) is None:
            return args_text(self)
        text = f"[Errno {str_text(number)}] {str_text(ld(self, EXC_OTHER))}"
        name = os_file_name(self, 0)
        if name is None:
            return text
        second = os_file_name(self, 2)
        if second is None:
            return f"{text}: {repr_text(name)}"
        return f"{text}: {repr_text(name)} -> {repr_text(second)}"

    @property
    def errno(self):
        return ld(self, EXC_VALUE)

    @errno.setter
    def errno(self, value):
        st(self, EXC_VALUE, value)

    @property
    def strerror(self):
        return ld(self, EXC_OTHER)

    @strerror.setter
    def strerror(self, value):
        st(self, EXC_OTHER, value)

    @property
    def filename(self):
        return os_file_name(self, 0)

    @property
    def filename2(self):
        return os_file_name(self, 2)


IO_ERROR: builtin(name="IOError") = OSError
ENVIRONMENT_ERROR: builtin(name="EnvironmentError") = OSError


def os_file_name(error, i):
    """An argument behind errno and strerror, or None."""
    more = ld(error, EXC_MORE)
    if more is None or ld(more, TUPLE_LENGTH) <= i:
        return None
    return ld(more, TUPLE_ITEMS + i)


@builtin
class BlockingIOError(OSError):
    """I/O operation would block."""


@builtin
class ChildProcessError(OSError):
    """Child process error."""


@builtin
class ConnectionError(OSError):
    """Connection error."""


@builtin
class BrokenPipeError(ConnectionError):
    """Broken pipe."""


@builtin
class ConnectionAbortedError(ConnectionError):
    """Connection aborted."""


@builtin
class ConnectionRefusedError(ConnectionError):
    """Connection refused."""


@builtin
class ConnectionResetError(ConnectionError):
    """Connection reset."""


@builtin
class FileExistsError(OSError):
    """File already exists."""


@builtin
class FileNotFoundError(OSError):
    """File not found."""


@builtin
class InterruptedError(OSError):
    """Interrupted by signal."""


@builtin
class IsADirectoryError(OSError):
    """Operation doesn't work on directories."""


@builtin
class NotADirectoryError(OSError):
    """Operation only works on directories."""


@builtin
class PermissionError(OSError):
    """Not enough permissions."""


@builtin
class ProcessLookupError(OSError):
    """Process not found."""


@builtin
class TimeoutError(OSError):
    """Timeout expired."""


def specialise(error, number):
    """Makes an OSError an instance of the class for its number, which has the same
    layout."""
    cls = class_for(number)
    if cls is not None:
        header = retag(ld(error, HEADER), INT)
        id = ld(cls, CLASS_ID)
        st(error, HEADER, retag(header & ~HEADER_CLASS | id << HEADER_CLASS_SHIFT, RAW))


def class_for(number):
    """The class for a number of errno, or None."""
    if tag(number) != INT:
        return None
    if number == 1 or number == 13:
        return PermissionError
    if number == 2:
        return FileNotFoundError
    if number == 3:
        return ProcessLookupError
    if number == 4:
        return InterruptedError
    if number == 10:
        return ChildProcessError
    if number == 11 or number == 114 or number == 115:
        return BlockingIOError
    if number == 17:
        return FileExistsError
    if number == 20:
        return NotADirectoryError
    if number == 21:
        return IsADirectoryError
    return connection_class_for(number)


def connection_class_for(number):
    """The same for the numbers of connections."""
    if number == 32 or number == 108:
        return BrokenPipeError
    if number == 103:
        return ConnectionAbortedError
    if number == 104:
        return ConnectionResetError
    if number == 110:
        return TimeoutError
    if number == 111:
        return ConnectionRefusedError
    return None
