"""Case and kind of bytes: only ASCII letters count."""


def ascii_alpha(byte):
    return 97 <= byte | 32 <= 122


def ascii_digit(byte):
    return 48 <= byte <= 57


def ascii_lower(byte):
    return 97 <= byte <= 122


def ascii_upper(byte):
    return 65 <= byte <= 90


def bytes_lower(value):
    """bytes.lower"""
    return same_kind(value, bytes_cased(bytes_of(value), True, False))


def bytes_upper(value):
    """bytes.upper"""
    return same_kind(value, bytes_cased(bytes_of(value), False, True))


def bytes_swapcase(value):
    """bytes.swapcase"""
    return same_kind(value, bytes_cased(bytes_of(value), True, True))


def bytes_cased(data, to_lower, to_upper):
    """BYTES with the case of capitals, or of small letters, or of both changed."""
    length = ld(data, BYTES_LENGTH)
    result = new_bytes(length)
    for i in range(length):
        byte = char_at(data, i)
        if to_lower and ascii_upper(byte) or to_upper and ascii_lower(byte):
            byte = byte ^ 32
        set_char(result, i, byte)
    return result


def bytes_title(value, words):
    """bytes.title, or for only one word bytes.capitalize."""
    data = bytes_of(value)
    length = ld(data, BYTES_LENGTH)
    result = new_bytes(length)
    inside = False
    for i in range(length):
        byte = char_at(data, i)
        if ascii_alpha(byte):
            byte = byte | 32
            if not inside:
                byte = byte ^ 32
            inside = True
        elif words:
            inside = False
        else:
            inside = True
        set_char(result, i, byte)
    return same_kind(value, result)


def bytes_isalpha(data):
    for i in range(ld(data, BYTES_LENGTH)):
        if not ascii_alpha(char_at(data, i)):
            return False
    return ld(data, BYTES_LENGTH) > 0


def bytes_isdigit(data):
    for i in range(ld(data, BYTES_LENGTH)):
        if not ascii_digit(char_at(data, i)):
            return False
    return ld(data, BYTES_LENGTH) > 0


def bytes_isalnum(data):
    for i in range(ld(data, BYTES_LENGTH)):
        byte = char_at(data, i)
        if not ascii_digit(byte) and not ascii_alpha(byte):
            return False
    return ld(data, BYTES_LENGTH) > 0


def bytes_isspace(data):
    for i in range(ld(data, BYTES_LENGTH)):
        if not text_blank(data, char_at(data, i)):
            return False
    return ld(data, BYTES_LENGTH) > 0


def bytes_islower(data):
    """Whether there is a small letter, and no capital."""
    found = False
    for i in range(ld(data, BYTES_LENGTH)):
        byte = char_at(data, i)
        if ascii_upper(byte):
            return False
        if ascii_lower(byte):
            found = True
    return found


def bytes_isupper(data):
    """Whether there is a capital, and no small letter."""
    found = False
    for i in range(ld(data, BYTES_LENGTH)):
        byte = char_at(data, i)
        if ascii_lower(byte):
            return False
        if ascii_upper(byte):
            found = True
    return found


def bytes_istitle(data):
    """Whether capitals begin all words, and stand nowhere else."""
    found = False
    inside = False
    for i in range(ld(data, BYTES_LENGTH)):
        byte = char_at(data, i)
        if ascii_alpha(byte):
            if ascii_upper(byte) is inside:
                return False
            found = True
            inside = True
        else:
            inside = False
    return found
