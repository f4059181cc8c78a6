"""What kind of character a code point is.

Latin-1 is decided by comparisons, everything beyond by the generated tables, so that a
table costs no time where it is not needed."""


def set_run(table, code):
    """How many members of a set stand directly before a character of the set, or -1 if it
    does not belong to it. How the table is read says tools/unicode_tables.py."""
    entries = ld(table, STR_CHARS)
    low = 1
    high = entries
    while low < high:
        middle = low + high + 1 >> 1
        if rshr(ld(table, STR_CHARS + middle), 11) <= code:
            low = middle
        else:
            high = middle - 1
    entry = ld(table, STR_CHARS + low)
    at = (entry & 0x7FF) + (entries + 1 << 2)
    begin = rshr(entry, 11)
    inside = False
    while True:
        byte = char_at(table, at)
        run = byte & 0x7F
        while byte & 0x80:
            at += 1
            byte = char_at(table, at)
            run = run << 7 | byte & 0x7F
        at += 1
        if code < begin + run:
            break
        begin += run
        inside = not inside
    if inside:
        return code - begin
    return -1


def is_alpha(code):
    if code < 128:
        return 97 <= code | 32 <= 122
    if code < 256:
        return code >= 0xC0 and code != 0xD7 and code != 0xF7 or code == 0xAA or is_micro(code)
    return set_run(ALPHA_SET, code) >= 0


def is_micro(code):
    """The micro sign and the masculine ordinal indicator."""
    return code == 0xB5 or code == 0xBA


def is_lower(code):
    if code < 128:
        return 97 <= code <= 122
    if code < 256:
        return code >= 0xDF and code != 0xF7 or code == 0xAA or is_micro(code)
    return set_run(LOWER_SET, code) >= 0


def is_upper(code):
    if code < 128:
        return 65 <= code <= 90
    if code < 256:
        return 0xC0 <= code <= 0xDE and code != 0xD7
    return set_run(UPPER_SET, code) >= 0


def is_title(code):
    """A letter that is a capital and a small one together; there are 31."""
    if code < 0x1F88:
        return code == 0x1C5 or code == 0x1C8 or code == 0x1CB or code == 0x1F2
    if code <= 0x1FAF:
        return code & 8 != 0
    return code == 0x1FBC or code == 0x1FCC or code == 0x1FFC


def is_cased(code):
    return is_lower(code) or is_upper(code) or is_title(code)


def is_case_ignorable(code):
    """A character that a word's case does not depend on, such as an apostrophe."""
    if code < 128:
        return code == 39 or code == 46 or code == 58 or code == 94 or code == 96
    if code < 256:
        return code == 0xA8 or code == 0xAD or code == 0xAF or code == 0xB4 or 0xB7 <= code <= 0xB8
    return set_run(IGNORABLE_SET, code) >= 0


def decimal_value(code):
    """The value of a decimal digit of any script, or -1."""
    if code < 256:
        if 48 <= code <= 57:
            return code - 48
        return -1
    place = set_run(DECIMAL_SET, code)
    if place < 0:
        return -1
    return place % 10


def decimal_digit(code):
    """The value of a decimal digit of any script, or NO_DIGIT."""
    value = decimal_value(code)
    if value < 0:
        return NO_DIGIT
    return value


def is_decimal(code):
    return decimal_value(code) >= 0


def is_digit(code):
    if code < 256:
        return 48 <= code <= 57 or code == 0xB2 or code == 0xB3 or code == 0xB9
    return set_run(DIGIT_SET, code) >= 0


def is_numeric(code):
    if code < 256:
        return is_digit(code) or 0xBC <= code <= 0xBE
    return set_run(NUMERIC_SET, code) >= 0


def is_alnum(code):
    return is_alpha(code) or is_numeric(code)


def is_space(code):
    if code < 256:
        return (
            code == 32
            or 9 <= code <= 13
            or 28 <= code <= 31
            or code == 0x85
            or code == 0xA0
        )
    if code < 0x2000:
        return code == 0x1680
    if code <= 0x200A:
        return True
    return (
        code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F or code == 0x3000
    )


def is_printable(code):
    if code < 127:
        return code >= 32
    if code < 256:
        return code > 0xA0 and code != 0xAD
    return set_run(PRINTABLE_SET, code) >= 0


def starts_identifier(code):
    if code < 256:
        return is_alpha(code) or code == 95
    return set_run(START_SET, code) >= 0


def continues_identifier(code):
    if code < 256:
        return starts_identifier(code) or 48 <= code <= 57 or code == 0xB7
    return set_run(CONTINUE_SET, code) >= 0


def is_line_end(code):
    """A character at which splitlines splits."""
    if code < 256:
        return 10 <= code <= 13 or 28 <= code <= 30 or code == 0x85
    return code == 0x2028 or code == 0x2029
