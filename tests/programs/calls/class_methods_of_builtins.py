"""Class methods and static methods of builtin types, through the type and through an instance."""


class Dict(dict):
    pass


class Int(int):
    pass


class Bytes(bytes):
    pass


class Float(float):
    pass


class Made(dict):
    def __new__(cls):
        return dict(made=1)


def attempt(call):
    try:
        result = call()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(type(result).__name__, result)


d = {"x": 1}
for keys in (d, Dict(), dict, Dict, Made):
    attempt(lambda: keys.fromkeys("ab"))
    attempt(lambda: keys.fromkeys([1, 2], 3))
    attempt(lambda: keys.fromkeys(5))
    attempt(lambda: keys.fromkeys([[]]))
    attempt(lambda: keys.fromkeys())
print(d, list(map(d.fromkeys, ["a", (1, 2)])), getattr(d, "fromkeys")("x"))
for number in (1, True, 2**70, Int(5), int, bool, Int):
    attempt(lambda: number.from_bytes(b"\1\2", "big"))
    attempt(lambda: number.from_bytes([1, 0], byteorder="little", signed=True))
for number in (1.5, Float(2), float, Float):
    attempt(lambda: number.fromhex("0x1.8p1"))
    attempt(lambda: number.fromhex("x"))
for data in (b"", bytearray(), Bytes(), bytes, bytearray, Bytes):
    attempt(lambda: data.fromhex("61 62"))
    attempt(lambda: data.fromhex(5))
    attempt(lambda: data.maketrans(b"ab", b"xy")[97:99])
    attempt(lambda: data.maketrans(b"a", b""))
for text in ("", str):
    attempt(lambda: text.maketrans("ab", "xy", "z"))
    attempt(lambda: text.maketrans({"a": "b", 5: None}))
    attempt(lambda: text.maketrans("a"))
for thing in ([], (), {}, set(), frozenset(), list, tuple, dict, set, frozenset, enumerate([]), slice(1), 1, "", 1.5, range(2), memoryview(b"")):
    attempt(lambda: thing.__class_getitem__(int))
    attempt(lambda: thing.__init_subclass__())
attempt(lambda: object().__init_subclass__(x=1))
bound = {}.fromkeys
print(bound("q"), bound.__self__ is dict, {}.fromkeys == dict.fromkeys, (1).from_bytes == int.from_bytes, Dict().fromkeys == dict.fromkeys)
print("".maketrans is str.maketrans, callable([].__class_getitem__), (5).from_bytes.__name__)
