"""struct: pack, unpack, formats, floats, errors."""
import struct
from struct import Struct, calcsize, pack, unpack

for format, values in (("<bBhHiIqQ", (-1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1)), (">h2xI", (1, 2)), ("!4sH?", (b"ab", 7, True)),
                       ("@bi", (1, 2)), ("bhd", (1, 2, 3.5)), ("<3c5p", (b"a", b"b", b"c", b"xyz")), ("=lL", (-1, 1)), ("<2h 3B", (1, 2, 3, 4, 5))):
    data = pack(format, *values)
    print(format, calcsize(format), data.hex(), unpack(format, data))
for value in (0.0, -0.0, 1.0, -1.5, 0.1, 3.14159, 1e-40, 5e-324, 65504.0, float("inf"), float("-inf"), 1e30, 2.0**-1022, 1.7976931348623157e308):
    packed = pack("<d", value)
    print(packed.hex(), unpack("<d", packed)[0] == value, end=" ")
    try:
        single = pack(">f", value)
        print(single.hex(), unpack(">f", single)[0], end=" ")
        print(pack("<e", value).hex())
    except OverflowError as error:
        print(error)
print(unpack("<d", pack("<d", float("nan"))))
header = Struct(">BHI")
buffer = bytearray(10)
header.pack_into(buffer, 2, 1, 2, 3)
print(buffer, header.size, header.unpack_from(buffer, 2), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")))
for call in (lambda: pack("B", 256), lambda: pack("b", -129), lambda: pack("<h", 40000), lambda: pack("<I", -1), lambda: pack("<i", "a"), lambda: pack("<H", 70000),
             lambda: pack("B"), lambda: unpack("<I", b"abc"), lambda: pack("z", 1), lambda: pack("3", 1), lambda: pack("<d", "x"), lambda: pack("c", b"ab"),
             lambda: struct.unpack_from("<I", b"abcd", 2), lambda: pack("2s", "ab")):
    try:
        print(call())
    except struct.error as error:
        print(error)

# Formats are known when they come again, also many of them.
for round in range(2):
    for n in range(12):
        print(struct.pack(f"<{n}B", *range(n)), struct.calcsize(f"<{n}H"), end=" ")
    print()
for wrong in ([], bytearray(b"H"), 5, None):
    for call in struct.calcsize, struct.Struct:
        try:
            print(call(wrong))
        except TypeError as error:
            print(error)
