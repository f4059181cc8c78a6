"""Strings of ASCII characters, made character by character."""

# 2³⁵ ÷ 10, without sign.
TENTH = -0x33333333
# 2⁴³ ÷ 3125, without sign.
PART_OF_3125 = -1480217528


def ascii_string(length):
    """A new string; its characters are to be stored with put_ascii in any order, each once."""
    text = alloc(STR, STR_CHARS + (length + 3 >> 2))
    st(text, HEADER, retag(radd(ld(text, HEADER), 1), RAW))
    st(text, STR_LENGTH, length)
    st(text, STR_HASH, 0)
    return text


def put_ascii(text, index, code):
    """Stores a character of a new string; words without any yet are RAW 0."""
    word = STR_CHARS + (index >> 2)
    st(text, word, radd(ld(text, word), rshl(code, (index & 3) << 3)))


def put_decimal(text, index, count, value):
    """Stores count decimal digits of a value of 32 bits without sign, from an index on."""
    index += count
    while count > 0:
        count -= 1
        index -= 1
        quotient = rshr(rmulh(value, TENTH), 3)
        word = STR_CHARS + (index >> 2)
        code = 48 + rsub(value, quotient * 10)
        st(text, word, radd(ld(text, word), rshl(code, (index & 3) << 3)))
        value = quotient


def decimal_length(value):
    """The number of decimal digits of a value of 32 bits without sign."""
    count = 1
    if value < 0 or value >= 100000:
        # 100000 is 2⁵ × 3125.
        value = rshr(rmulh(rshr(value, 5), PART_OF_3125), 11)
        count = 6
    while value > 9:
        value = rshr(rmulh(value, TENTH), 3)
        count += 1
    return count
