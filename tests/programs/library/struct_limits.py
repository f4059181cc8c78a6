"""struct: every format with values at its limits and beyond, and of other types."""

import struct


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Float:
    def __float__(self):
        return 2.5


class Fails:
    def __index__(self):
        raise KeyError("index")

    __float__ = __index__


class Wrong:
    def __index__(self):
        return 2.5


def attempt(call, *args):
    try:
        result = call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return result.hex() if isinstance(result, bytes) else repr(result)


numbers = [0, 1, -1]
for n in (8, 16, 32, 64):
    for edge in (1 << n, 1 << n - 1):
        numbers += [edge - 1, edge, -edge, -edge - 1]
numbers += [1 << 200, -(1 << 200)]
for order in ("@", "<", ">"):
    for letter in "bBhHiIlLqQnNP":
        results = []
        for number in numbers:
            text = attempt(struct.pack, order + letter, number)
            if not results or results[-1] != text:
                results.append(text)
        print(order + letter, *results, sep=" | ")
others = [True, None, 1.5, "1", b"1", Index(5), Index(1 << 70), Float(), Fails(), Wrong(), bytearray(b"x"), [], 1j]
for letter in "bHiQPefdspc?x":
    for order in ("@", ">"):
        print(order + letter, *[attempt(struct.pack, order + letter, value) for value in others], sep=" | ")
halves = [0.0, -0.0, 1.0, -2.5, 65504.0, 65519.99, 65520.0, -65520.0, 6.1e-05, 5.96e-08, 2.98e-08, 2.9802322387695312e-08, 1e-10, 2049.0, 2051.0]
singles = [16777217.0, 16777219.0, 3.4028234663852886e38, 3.4028235677973362e38, 3.4028235677973366e38, -3.5e38, 1e39, 1.1754943508222875e-38, 1.1754942807573643e-38, 1.401298464324817e-45, 7.006492321624085e-46, 7.0064923216240854e-46, 1e-46, 0.1, 1 / 3]
doubles = [1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, float("inf"), -float("inf"), 10**308, 10**309, -7]
for number in halves + singles + doubles:
    for letter in "efd":
        for order in ("@", "<", ">"):
            text = attempt(struct.pack, order + letter, number)
            back = struct.unpack(order + letter, bytes.fromhex(text))[0] if ":" not in text else None
            print(repr(number)[:24], order + letter, text, repr(back))
for letter, size in (("e", 2), ("f", 4), ("d", 8)):
    nan = struct.unpack("<" + letter, b"\xff" * size)[0]
    print(letter, nan != nan, len(struct.pack("<" + letter, float("nan"))), struct.unpack("<" + letter, struct.pack("<" + letter, -float("inf"))))
    print(letter, attempt(struct.pack, ">" + letter, float("nan")))
for data in (b"", b"a", b"abc", b"x" * 300):
    for form in ("s", "0s", "2s", "5s", "p", "1p", "3p", "300p", "c", "2c"):
        text = attempt(struct.pack, form, data)
        back = struct.unpack(form, bytes.fromhex(text)) if ":" not in text else None
        print(len(data), form, text[:40], len(text), repr(back)[:40])
for value in (True, False, [], [0], "", "x", 0.0, None):
    print(struct.pack("?", value), end=" ")
print(struct.unpack("4?", b"\x00\x01\x02\xff"))
forms = ["", "x", "3x", "b", "bh", "hb", "bi", "bq", "q", "bqb", "0q", "b0q", "b0i", "2h3x", " i i ", "i\ti", "3", "i3", "z", "n", "<n", "P", "=P", "!N", "@n", "<@i", "iii<", "b 2h", "1 i", "é", "10s", "10p", "0", "99999999999999999999s", "-1i", "<bqbq", ">l", "lb", "=lb", "x0l", "c2x4s?e"]
for form in forms:
    print(repr(form), attempt(struct.calcsize, form), attempt(struct.calcsize, form.encode()), end="; ")
    try:
        made = struct.Struct(form)
        print(made.size, repr(made.format))
    except Exception as error:
        print(type(error), error)
for call in (
    lambda: struct.pack("ii", 1), lambda: struct.pack("ii", 1, 2, 3), lambda: struct.pack(), lambda: struct.pack(5, 1),
    lambda: struct.unpack("i", b"abc"), lambda: struct.unpack("i", "abcd"), lambda: struct.unpack("i", bytearray(4)),
    lambda: struct.unpack("i", memoryview(b"abcdefgh")[::2]), lambda: struct.unpack("i", [1]), lambda: struct.unpack_from("i", b"abc"), lambda: struct.unpack_from("i", b"abcdef", 3),
    lambda: struct.unpack_from("i", b"abcdef", -4), lambda: struct.unpack_from("i", b"abcdef", -2), lambda: struct.unpack_from("i", b"abcdef", -7),
    lambda: struct.unpack_from("h", buffer=b"abcdef", offset=2), lambda: struct.unpack_from("h", b"abcdef", 1 << 70),
    lambda: struct.pack_into("i", bytearray(4), 0, 1), lambda: struct.pack_into("i", bytearray(4), 1, 1), lambda: struct.pack_into("i", bytearray(8), -4, 1), lambda: struct.pack_into("i", bytearray(8), -2, 1),
    lambda: struct.pack_into("i", bytearray(8), -9, 1), lambda: struct.pack_into("i", b"abcd", 0, 1), lambda: struct.pack_into("i", bytearray(4)), lambda: struct.pack_into("i"), lambda: struct.pack_into("i", bytearray(4), "0", 1),
    lambda: struct.pack_into("i", bytearray(4), 0), lambda: list(struct.iter_unpack("h", b"abcdef")), lambda: struct.iter_unpack("h", b"abc"), lambda: struct.iter_unpack("", b"abc"), lambda: struct.iter_unpack("h", b"").__length_hint__(),
    lambda: struct.Struct(5), lambda: struct.Struct("i").pack(), lambda: struct.Struct("i").unpack(b""), lambda: struct.Struct("h").unpack_from(b"abcd", 2),
    lambda: struct.Struct("h").iter_unpack(b"abcd"), lambda: struct.Struct("h").pack_into(bytearray(1), 0, 1), lambda: struct.Struct(b"h").format, lambda: struct.Struct("i").size,
):
    text = attempt(call)
    print(text.split(" at 0x")[0])
