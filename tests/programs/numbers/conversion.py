for text in ("0", "-17", " 42 ", "1_000", "+7", "0x1f", "12a", "", "1__0", "_1", "9" * 30):
    for base in (10, 0, 16, 36):
        try:
            print(repr(text), base, int(text, base))
        except ValueError as e:
            print(e)
for x in (3.99, -3.99, 1e20, True, "12", b"34", 2**40):
    print(int(x))
for x in (float("nan"), float("inf"), [], None, "1.5", 1j):
    try:
        print(int(x))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
print(int(), int("z", 36), int("-0b101", 2), int("0o17", 0))
print(bin(10), oct(-64), hex(2**70), bin(0), hex(-255))


class Index:
    def __index__(self):
        return 12


class Int:
    def __int__(self):
        return 13


print(int(Index()), hex(Index()), int(Int()), int("11", Index()))
