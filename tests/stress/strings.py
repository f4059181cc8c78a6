"""Strings, bytes and formats when memory runs out."""


def attempt(make, expected):
    try:
        result = make()
    except MemoryError:
        return
    assert result == expected, (result, expected)


class Point:
    def __repr__(self):
        return f"Point({1!r:>3})"

    def __format__(self, spec):
        return spec * 2


text = "The quick brown fox"
point = Point()
for i in range(2):
    attempt(lambda: text + " " + text, "The quick brown fox The quick brown fox")
    attempt(lambda: text * 2, "The quick brown foxThe quick brown fox")
    attempt(lambda: text.split(), ["The", "quick", "brown", "fox"])
    attempt(lambda: ", ".join(word.upper() for word in text.split()), "THE, QUICK, BROWN, FOX")
    attempt(lambda: text.replace("quick", "slow").title().swapcase(), "tHE sLOW bROWN fOX")
    attempt(lambda: text[::-1] + text[4:9] + text[-1], "xof nworb kciuq ehTquickx")
    attempt(lambda: f"{text:>22}|{point!r:<12}|{point:ab}|{3.5:8.2f}|{255:#x}",
            "   The quick brown fox|Point(  1)  |abab|    3.50|0xff")
    attempt(lambda: "%s %-5r %05d %.3e" % (point, "a", 42, 12345.678), "Point(  1) 'a'   00042 1.235e+04")
    attempt(lambda: "{0} {x[1]} {1:,}".format(1.5, 1234567, x=[1, 2]), "1.5 2 1,234,567")
    attempt(lambda: repr(["é\n", b"\x00a", 1e300, -0.0, None, (1,)]), "['é\\n', b'\\x00a', 1e+300, -0.0, None, (1,)]")
    attempt(lambda: text.partition(" ") + text.rpartition(" "), ("The", " ", "quick brown fox", "The quick brown", " ", "fox"))
    attempt(lambda: text.encode() + bytes([1, 2]) * 2, b"The quick brown fox\x01\x02\x01\x02")
    attempt(lambda: "é€😀".encode().decode(), "é€😀")
    attempt(lambda: bytes(range(5)).hex() + bytearray(b"ab").decode(), "0001020304ab")
    attempt(lambda: text.translate({84: "t", 101: None}), "th quick brown fox")
    attempt(lambda: "a\tb".expandtabs(4).center(9, "*").strip("*").zfill(8), "000a   b")
    attempt(lambda: [text.find("q"), text.count("o"), "fox" in text, hash(text) == hash(text)], [4, 2, True, True])
buffer = bytearray(b"abc")
for change in (lambda: buffer.append(100), lambda: buffer.extend(b"efghijklmnop"), lambda: buffer.insert(0, 64)):
    before = bytes(buffer)
    try:
        change()
    except MemoryError:
        assert buffer == before
assert bytes(buffer).strip(b"@") in (b"abc", b"abcd", b"abcefghijklmnop", b"abcdefghijklmnop")
print("done")
