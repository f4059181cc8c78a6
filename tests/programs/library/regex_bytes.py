"""re with patterns and texts of bytes."""
import re
print(re.findall(rb"\w+", b"ab cd\xe9f"), re.search(rb"(?P<n>\d+)", bytearray(b"a12")).group("n"))
print(re.sub(rb"(\d)", rb"<\1>", b"a1b2"), re.sub(b"a", lambda m: m[0] * 2, b"banana"), re.split(b",", b"a,b"))
print(re.compile(b"x", re.I), re.fullmatch(b"x", b"X", re.I), re.escape(b"a.b"), re.compile(b"a").flags, re.compile("a").flags)
for pattern, text in ((b"a", "a"), ("a", b"a"), ("a", 1), (1, "a")):
    try:
        re.search(pattern, text)
    except TypeError as e:
        print(e)
print(re.match(rb"[\x80-\xff]+", bytes(range(120, 140)), 0), re.search(rb"[\x80-\xff]+", bytes(range(120, 130))))
