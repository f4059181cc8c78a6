"""float.fromhex and float() of strings and bytes that are no numbers."""
for text in ("nna", "nan", "-inf", "0x1p\uff10", "0x\uff11p0", "infi", " 0x1p-1\n", "ni", ""):
    try:
        print(float.fromhex(text))
    except ValueError as e:
        print(repr(text), e)
for data in (b"12\xa0", b"\xa012", b" 12 ", b"\xb2"):
    for kind in (int, float):
        try:
            print(kind(data))
        except ValueError as e:
            print(e)
