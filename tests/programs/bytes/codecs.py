# Encoding and decoding, with all error handlers.
def attempt(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


text = "aé€🐍z"
for encoding in ["utf-8", "UTF8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig"]:
    data = text.encode(encoding)
    print(data, ascii(data.decode(encoding)) == ascii(text))
for errors in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "nonsense"]:
    attempt(text.encode, "ascii", errors)
    attempt(text.encode, "latin-1", errors)
for errors in ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "nonsense"]:
    for data in [b"a\xffb", b"\xe2\x82", b"\xe2\x82a", b"\xf0\x9f\x90", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"]:
        attempt(data.decode, "utf-8", errors)
    attempt(b"a\x80\xff".decode, "ascii", errors)
attempt(b"abc".decode, "utf-16-le")
attempt(b"\x00\xd8a\x00".decode, "utf-16-le")
attempt(b"abc".decode, "foo")
attempt(chr(0xDC80).encode, "utf-8", "surrogateescape")
print(b"\xe9\x80".decode("latin-1") == "\xe9\x80", str(b"abc", "ascii"), str(b"abc"))
