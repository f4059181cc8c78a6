# The methods of bytes and bytearray.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for data in [b"Hello, World", bytearray(b"a,b,,c"), b"\x00\xff'\"\\\n", b"", bytearray(b"  x\ty \n")]:
    print(data, len(data), list(data)[:4], data.upper(), data.lower(), data.swapcase(), data.title())
    print(data.capitalize(), data.split(), data.split(b","), data.rsplit(b",", 1), data.strip())
    print(data.find(b","), data.find(44), data.rfind(b"l"), data.count(b""), b"o" in data, 120 in data)
    print(data.replace(b",", b"--"), data.startswith(b"He"), data.endswith((b"d", b"c")))
    print(data.center(20, b"*"), data.ljust(8), data.rjust(8), data.zfill(8), data.expandtabs(4))
    print(data.partition(b","), data.rpartition(b","), data.splitlines(), data.hex(), data.hex(":", 2))
    print(data.isalpha(), data.isdigit(), data.isalnum(), data.isspace(), data.isupper(), data.istitle())
    print(data[1:3], data[::-1], data * 2, data + b"!", data == bytes(data), data < b"b")
    print(data.removeprefix(b"Hel"), data.removesuffix(b"c"), data.translate(None, b"lo"))
print(b"-".join([b"a", bytearray(b"b")]), bytes([1, 2]), bytes(3), bytes("é", "utf-8"), bytes(b"x"))
print(bytes.fromhex("00 ff 7F"), bytes.maketrans(b"ab", b"xy")[95:100], hash(b"ab") == hash(b"a" + b"b"))
attempt(b"abc".index, b"x")
attempt(b"abc".find, "a")
attempt(b"abc".find, 300)
attempt(b"abc".split, b"")
attempt(b"abc".join, ["a"])
attempt(b"abc".__getitem__, 5)
attempt(b"abc".__getitem__, "a")
attempt(bytes, [256])
attempt(bytes, -1)
attempt(bytes, "a")
attempt(bytes, 1.5)
attempt(bytes.fromhex, "0g")
attempt(lambda: b"a" + "b")
attempt(lambda: b"a" < "b")
attempt(lambda: "a" in b"a")
