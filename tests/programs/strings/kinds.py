# What kinds of characters there are, over ranges of Unicode.
def kinds(text):
    return (
        text.isalpha(),
        text.isdecimal(),
        text.isdigit(),
        text.isnumeric(),
        text.isspace(),
        text.isprintable(),
        text.isupper(),
        text.islower(),
        text.istitle(),
        text.isidentifier(),
        ("a" + text).isidentifier(),
    )


def show(start, stop, step):
    for code in range(start, stop, step):
        bits = 0
        for kind in kinds(chr(code)):
            bits = bits * 2 + kind
        print(code, bits)


show(0, 0x250, 1)
show(0x250, 0x3000, 37)
show(0x3000, 0x11000, 997)
show(0x11000, 0x20000, 1511)
show(0xE0000, 0x10FFFF, 40009)
