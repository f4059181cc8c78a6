# Strings and bytes.
print("a" 'b' """c""" r"\n" "\n\t\x41\u00e9\N{BULLET}\101")
print('it''s', "\"", '\'', "\\", "tab\there")
print(b"ab" b"\x00\xff", b'\'', rb"\n", len(b"\n"))
print("=" * 20, 3 * "ab", "x" * 0, "x" * -1, "-" * 100)
print("a" + "b", len("é€😀"), "😀")
print("""two
lines""")
print("\
joined")
