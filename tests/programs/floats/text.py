for text in ("1.5", "-2", " 1e3 ", "1_0.5", ".5", "5.", "inf", "-Infinity", "nan", "1e400", "-1e-400", "abc", "", "1e", "0x1"):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(e)
for x in (1e-5, 1e-4, 0.00012345, 1e16, 1e17, 123456789012345678.0, 1.7976931348623157e308, 5e-324, 2.5e-8):
    print(x, repr(x), str(x), float(repr(x)) == x)
print(float(), float(5), float(True), float(2**60), float("9007199254740993"), float(b"2.5"))
