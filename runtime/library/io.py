"""Files in memory."""
from _operator import index

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    """A file cannot do this."""


class _Memory:
    """A file whose contents are one value: what was written at its end waits in a list."""

    closed = False

    def __init__(self, empty, initial):
        self._empty = empty
        self._data = initial
        self._waiting = []
        self._pos = 0

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _joined(self):
        self._check()
        if self._waiting:
            self._data += self._empty.join(self._waiting)
            self._waiting = []
        return self._data

    def _put(self, part):
        if self._waiting or self._pos == len(self._data):
            self._waiting.append(part)
        else:
            data = self._data
            if self._pos > len(data):
                data += self._filler * (self._pos - len(data))
            self._data = data[: self._pos] + part + data[self._pos + len(part) :]
        self._pos += len(part)
        return len(part)

    def getvalue(self):
        return self._joined()

    def read(self, size=-1, /):
        data = self._joined()
        end = len(data) if size is None or size < 0 else self._pos + size
        part = data[self._pos : end]
        self._pos += len(part)
        return part

    def readline(self, size=-1, /):
        data = self._joined()
        end = data.find(self._newline, self._pos) + 1
        end = end if end > 0 else len(data)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        part = data[self._pos : end]
        self._pos += len(part)
        return part

    def readlines(self, hint=-1, /):
        return list(self)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def seek(self, pos, whence=0, /):
        data = self._joined()
        pos = index(pos)
        if whence == SEEK_SET and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        self._pos = max(0, pos + (0, self._pos, len(data))[whence])
        return self._pos

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, size=None, /):
        data = self._joined()
        size = self._pos if size is None else size
        self._data = data[:size]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True
        self._data = self._empty
        self._waiting = []

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()


class StringIO(_Memory):
    """Text I/O implementation using an in-memory buffer."""

    _newline = "\n"
    _filler = "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        super().__init__("", initial_value or "")

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        return self._put(s)


def _bytes_of(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


class BytesIO(_Memory):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    _newline = b"\n"
    _filler = b"\0"

    def __init__(self, initial_bytes=b""):
        super().__init__(b"", b"" if initial_bytes is None else _bytes_of(initial_bytes))

    def write(self, b, /):
        self._check()
        return self._put(_bytes_of(b))

    def getbuffer(self):
        return memoryview(self._joined())
