"""Bytes of C structures."""

from _operator import index
from _struct import pack_float, unpack_float

# The sizes of formats, native ones where they differ, and names in messages.
_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_NATIVE = {"l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}
_LARGEST = (1 << 63) - 1


class error(Exception):
    """Values and format do not fit together."""

    __module__ = "struct"


class _Format:
    """A format: the order of bytes, and the items as letter, count, offset and size."""

    def __init__(self, text):
        order = text[:1] if text[:1] in tuple("@=<>!") else ""
        self.text = text
        self.native = native = order in ("", "@")
        self.big = order in (">", "!")
        self.order = "big" if self.big else "little"
        self.items = []
        self.wanted = 0
        offset = 0
        at = len(order)
        while at < len(text):
            start = at
            while at < len(text) and text[at] in "0123456789":
                at += 1
            if at == len(text):
                raise error("repeat count given without format specifier")
            if at == start and text[at].isspace():
                at += 1
                continue
            count = int(text[start:at]) if at > start else 1
            letter = text[at]
            at += 1
            size = (_NATIVE.get(letter) if native else None) or _SIZES.get(letter)
            if size is None:
                raise error("bad char in struct format")
            if native:
                offset += -offset % size
            if offset + count * size > _LARGEST:
                raise error("total struct size too long")
            self.items.append((letter, count, offset, size))
            offset += count * size
            if letter != "x":
                self.wanted += 1 if letter in "sp" else count
        self.size = offset


def _parse(format):
    if isinstance(format, bytes):
        return _Format(format.decode("latin-1"))
    if not isinstance(format, str):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    format.encode("ascii")
    return _Format(format)


# Formats that the module's functions were called with.
_known = {}


def _known_format(text):
    form = _known.get(text)
    if form is None:
        form = _parse(text)
        if len(_known) == 8:
            _known.clear()
        _known[text] = form
    return form


def _bytes(buffer):
    """The bytes of an argument."""
    if isinstance(buffer, memoryview):
        if not buffer.contiguous:
            raise BufferError("memoryview: underlying buffer is not C-contiguous")
    elif not isinstance(buffer, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
    return bytes(buffer)


def _integer_bytes(form, letter, size, value):
    if not hasattr(value, "__index__"):
        raise error("required argument is not an integer")
    number = index(value)
    signed = letter in "bhilqn" or letter == "P" and number < 0
    low = -(1 << 8 * size - 1) if signed else 0
    high = (1 << 8 * size - signed) - 1
    if low <= number <= high:
        return number.to_bytes(size, form.order, signed=signed)
    if letter == "P" or size == 8 and form.big:
        if isinstance(value, int):
            raise error("int too large to convert")
        if letter == "P":
            kind = "long" if number < 0 else "unsigned long"
            raise OverflowError(f"Python int too large to convert to C {kind}")
        raise OverflowError("can't convert negative int to unsigned" if number < 0 and not signed else "int too big to convert")
    is_named = letter in "bB" or letter in "hH" and not form.big
    # What C functions convert it to first.
    if signed or is_named:
        is_too_large = not -_LARGEST - 1 <= number <= _LARGEST
    else:
        is_too_large = not 0 <= number <= 2 * _LARGEST + 1
    if is_too_large or size == 8:
        raise error("argument out of range")
    name = f"{_NAMES[letter]}" if is_named else f"'{letter}'"
    raise error(f"{name} format requires {low} <= number <= {high}")


def _float_bytes(form, letter, size, value):
    try:
        data = pack_float(value, size, form.big)
    except Exception:
        raise error("required argument is not a float") from None
    if data is not None:
        return data
    if letter == "f" and form.native:
        return (b"\x00\x00\x80\xff" if value < 0 else b"\x00\x00\x80\x7f")
    if isinstance(value, int):
        raise error("int too large to convert")
    raise OverflowError(f"float too large to pack with {letter} format")


def _item_bytes(form, letter, size, value):
    if letter == "?":
        return b"\x01" if value else b"\x00"
    if letter == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return value
    if letter in "efd":
        return _float_bytes(form, letter, size, value)
    return _integer_bytes(form, letter, size, value)


def _text_bytes(letter, count, value):
    if not isinstance(value, (bytes, bytearray)):
        raise error(f"argument for '{letter}' must be a bytes object")
    data = bytes(value)
    if letter == "p":
        data = data[: max(count - 1, 0)]
        data = bytes([min(len(data), 255)]) + data
    return data[:count].ljust(count, b"\x00")


def _pack(form, values, function="pack"):
    if form.wanted != len(values):
        raise error(f"{function} expected {form.wanted} items for packing (got {len(values)})")
    result = bytearray(form.size)
    rest = iter(values)
    for letter, count, offset, size in form.items:
        if letter == "x":
            continue
        if letter in "sp":
            result[offset : offset + count] = _text_bytes(letter, count, next(rest))
            continue
        for _ in range(count):
            result[offset : offset + size] = _item_bytes(form, letter, size, next(rest))
            offset += size
    return bytes(result)


def _unpack(form, data):
    if len(data) != form.size:
        raise error(f"unpack requires a buffer of {form.size} bytes")
    values = []
    for letter, count, start, size in form.items:
        if letter == "x":
            continue
        if letter in "sp":
            text = data[start : start + count]
            values.append(text[1 : 1 + text[0]] if letter == "p" and count else text)
            continue
        for _ in range(count):
            part = data[start : start + size]
            start += size
            if letter == "c":
                values.append(part)
            elif letter == "?":
                values.append(part != b"\x00")
            elif letter in "efd":
                values.append(unpack_float(part, form.big))
            else:
                values.append(int.from_bytes(part, form.order, signed=letter in "bhilqn"))
    return tuple(values)


def _start(function, done, doing, form, offset, length):
    """An offset from the beginning, where there is room for the format."""
    if offset < 0:
        if offset + form.size > 0:
            raise error(f"{done} {form.size} bytes at offset {offset}")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < form.size:
        at_least = f"{function} requires a buffer of at least {form.size + offset} bytes for {doing} {form.size} bytes"
        raise error(f"{at_least} at offset {offset} (actual buffer size is {length})")
    return offset


def _unpack_from(form, buffer, offset):
    data = _bytes(buffer)
    offset = index(offset)
    if not -_LARGEST - 1 <= offset <= _LARGEST:
        raise OverflowError("Python int too large to convert to C ssize_t")
    start = _start("unpack_from", "not enough data to unpack", "unpacking", form, offset, len(data))
    return _unpack(form, data[start : start + form.size])


def _pack_into(form, args):
    if len(args) < 2:
        raise error(f"pack_into expected {'offset' if args else 'buffer'} argument")
    buffer, offset, *values = args
    if not isinstance(buffer, (bytearray, memoryview)) or isinstance(buffer, memoryview) and buffer.readonly:
        raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
    if form.wanted != len(values):
        raise error(f"pack_into expected {form.wanted} items for packing (got {len(values)})")
    view = memoryview(buffer).cast("B")
    start = _start("pack_into", "no space to pack", "packing", form, index(offset), len(view))
    view[start : start + form.size] = _pack(form, values)


class unpack_iterator:
    """The values of one structure after another."""

    __module__ = "_struct"

    def __init__(self, form, buffer):
        self._form = form
        self._data = _bytes(buffer)
        self._at = 0
        if form.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(self._data) % form.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {form.size} bytes")

    def __iter__(self):
        return self

    def __length_hint__(self):
        return (len(self._data) - self._at) // self._form.size

    def __next__(self):
        start = self._at
        if start == len(self._data):
            raise StopIteration
        self._at = start + self._form.size
        return _unpack(self._form, self._data[start : self._at])


def calcsize(format, /):
    """The number of bytes."""
    return _known_format(format).size


def pack(*args):
    """The bytes of values."""
    if not args:
        raise TypeError("missing format argument")
    return _pack(_known_format(args[0]), args[1:])


def unpack(format, buffer, /):
    """The values of bytes."""
    return _unpack(_known_format(format), _bytes(buffer))


def unpack_from(format, /, buffer, offset=0):
    """The values of bytes from an offset on."""
    return _unpack_from(_known_format(format), buffer, offset)


def pack_into(*args):
    """Stores the bytes of values from an offset on."""
    if not args:
        raise TypeError("missing format argument")
    _pack_into(_known_format(args[0]), args[1:])


def iter_unpack(format, buffer, /):
    """The values of one structure after another."""
    return unpack_iterator(_known_format(format), buffer)


class Struct:
    """A format that is used often."""

    __module__ = "_struct"

    def __init__(self, format):
        self._form = _parse(format)

    @property
    def format(self):
        return self._form.text

    @property
    def size(self):
        return self._form.size

    def pack(self, *values):
        return _pack(self._form, values)

    def unpack(self, buffer, /):
        return _unpack(self._form, _bytes(buffer))

    def unpack_from(self, buffer, offset=0):
        return _unpack_from(self._form, buffer, offset)

    def pack_into(self, *args):
        _pack_into(self._form, args)

    def iter_unpack(self, buffer, /):
        return unpack_iterator(self._form, buffer)
