"""Bytes of C structures."""

_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_NATIVE = {"l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


class error(Exception):
    """Values and format do not fit together."""


def _parse(format):
    """The order of bytes, and the items as letter, count, offset and size."""
    if isinstance(format, (bytes, bytearray)):
        format = bytes(format).decode("ascii")
    order = format[:1] if format[:1] in tuple("@=<>!") else "@"
    native = order == "@"
    items = []
    offset = at = 0
    text = format[1:] if format[:1] in tuple("@=<>!") else format
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start = at
        while at < len(text) and text[at].isdigit():
            at += 1
        if at == len(text):
            raise error("repeat count given without format specifier")
        count = int(text[start:at]) if at > start else 1
        letter = text[at]
        at += 1
        size = (_NATIVE.get(letter) if native else None) or _SIZES.get(letter)
        if size is None:
            raise error("bad char in struct format")
        if native:
            offset += -offset % size
        items.append((letter, count, offset, size))
        offset += count * size
    return "big" if order in (">", "!") else "little", items, offset, order


def calcsize(format):
    """The number of bytes."""
    return _parse(format)[2]


def _check_integer(letter, value, size, signed):
    if not hasattr(value, "__index__"):
        raise error("required argument is not an integer")
    value = value.__index__()
    low = -(1 << 8 * size - 1) if signed else 0
    high = (1 << 8 * size - (1 if signed else 0)) - 1
    if low <= value <= high:
        return value
    if letter in _NAMES:
        raise error(f"{_NAMES[letter]} format requires {low} <= number <= {high}")
    if not signed and value < 0:
        raise error("argument out of range")
    raise error(f"'{letter}' format requires {low} <= number <= {high}")


def _float_bits(value, size):
    """The bits of a float of 2, 4 or 8 bytes, rounded to even."""
    exponent_bits, fraction_bits = {2: (5, 10), 4: (8, 23), 8: (11, 52)}[size]
    bias = (1 << exponent_bits - 1) - 1
    text = value.hex()
    sign = 1 if text.startswith("-") else 0
    top = sign << exponent_bits + fraction_bits
    if value != value or value in (float("inf"), float("-inf")):
        special = (1 << exponent_bits) - 1 << fraction_bits
        return top | special | (1 << fraction_bits - 1 if value != value else 0)
    mantissa, power = text.lstrip("-")[2:].split("p")
    whole, _, fraction = mantissa.partition(".")
    number = int(whole + fraction, 16)
    if number == 0:
        return top
    # value == number * 2 ** power
    power = int(power) - 4 * len(fraction)
    exponent = max(power + number.bit_length() - 1, 1 - bias)
    shift = exponent - fraction_bits - power
    if shift <= 0:
        number <<= -shift
    else:
        half = 1 << shift - 1
        rest = number & (1 << shift) - 1
        number >>= shift
        if rest > half or rest == half and number & 1:
            number += 1
    # The hidden bit adds one to the exponent; a carry of the rounding adds another.
    bits = (exponent + bias - 1 << fraction_bits) + number
    if bits >> fraction_bits >= (1 << exponent_bits) - 1:
        raise OverflowError(f"float too large to pack with {'efd'[(2, 4, 8).index(size)]} format")
    return top | bits


def _float_of(bits, size):
    exponent_bits, fraction_bits = {2: (5, 10), 4: (8, 23), 8: (11, 52)}[size]
    bias = (1 << exponent_bits - 1) - 1
    fraction = bits & (1 << fraction_bits) - 1
    exponent = bits >> fraction_bits & (1 << exponent_bits) - 1
    if exponent == (1 << exponent_bits) - 1:
        value = float("nan") if fraction else float("inf")
    elif exponent == 0:
        value = float(fraction) * 2.0 ** (1 - bias - fraction_bits + 60) * 2.0**-60
    else:
        value = float(fraction | 1 << fraction_bits)
        power = exponent - bias - fraction_bits
        value = value * 2.0**power if power > -1000 else value * 2.0 ** (power + 60) * 2.0**-60
    return -value if bits >> exponent_bits + fraction_bits else value


def _pack_one(letter, value, size, order):
    if letter == "?":
        return b"\x01" if value else b"\x00"
    if letter == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if letter in "efd":
        if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
            raise error("required argument is not a float")
        return _float_bits(float(value), size).to_bytes(size, order)
    signed = letter.islower()
    return _check_integer(letter, value, size, signed).to_bytes(size, order, signed=signed)


def pack(format, /, *values):
    """The bytes of values."""
    order, items, total, _ = _parse(format)
    wanted = sum(0 if letter == "x" else 1 if letter in "sp" else count for letter, count, _, _ in items)
    if wanted != len(values):
        raise error(f"pack expected {wanted} items for packing (got {len(values)})")
    result = bytearray(total)
    rest = iter(values)
    for letter, count, offset, size in items:
        if letter == "x":
            continue
        if letter in "sp":
            value = next(rest)
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{letter}' must be a bytes object")
            data = bytes(value)
            if letter == "p":
                data = data[: max(count - 1, 0)]
                data = bytes([min(len(data), 255)]) + data
            result[offset : offset + count] = data[:count].ljust(count, b"\x00")
            continue
        for i in range(count):
            start = offset + i * size
            result[start : start + size] = _pack_one(letter, next(rest), size, order)
    return bytes(result)


def unpack(format, buffer, /):
    """The values of bytes."""
    size = calcsize(format)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return unpack_from(format, buffer)


def _from_end(offset, size):
    """The offset that one below zero means."""
    if offset + size < 0:
        raise error(f"offset {offset} out of range for {size}-byte buffer")
    return offset + size


def unpack_from(format, buffer, offset=0):
    """The values of bytes from an offset on."""
    order, items, total, _ = _parse(format)
    data = bytes(buffer)
    if offset < 0:
        if offset + total > 0:
            raise error(f"not enough data to unpack {total} bytes at offset {offset}")
        offset = _from_end(offset, len(data))
    if len(data) - offset < total:
        at_least = f"unpack_from requires a buffer of at least {total + offset} bytes for unpacking {total} bytes"
        raise error(f"{at_least} at offset {offset} (actual buffer size is {len(data)})")
    values = []
    for letter, count, place, size in items:
        start = offset + place
        if letter == "x":
            continue
        if letter in "sp":
            text = data[start : start + count]
            values.append(text[1 : 1 + text[0]] if letter == "p" and count else text)
            continue
        for i in range(count):
            part = data[start + i * size : start + (i + 1) * size]
            values.append(_unpack_one(letter, part, size, order))
    return tuple(values)


def _unpack_one(letter, part, size, order):
    if letter == "c":
        return part
    if letter == "?":
        return part != b"\x00"
    if letter in "efd":
        return _float_of(int.from_bytes(part, order), size)
    return int.from_bytes(part, order, signed=letter.islower())


def pack_into(format, buffer, offset, /, *values):
    """Stores the bytes of values from an offset on."""
    data = pack(format, *values)
    if offset < 0:
        if offset + len(data) > 0:
            raise error(f"no space to pack {len(data)} bytes at offset {offset}")
        offset = _from_end(offset, len(buffer))
    if len(buffer) - offset < len(data):
        at_least = f"pack_into requires a buffer of at least {len(data) + offset} bytes for packing {len(data)} bytes"
        raise error(f"{at_least} at offset {offset} (actual buffer size is {len(buffer)})")
    buffer[offset : offset + len(data)] = data


def iter_unpack(format, buffer, /):
    """The values of one structure after another."""
    size = calcsize(format)
    if size == 0 or len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return (unpack_from(format, buffer, at) for at in range(0, len(buffer), size))


class Struct:
    """A format that is used often."""

    def __init__(self, format):
        self.format = format if isinstance(format, str) else format.decode("ascii")
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
