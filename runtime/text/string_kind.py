"""str.isalpha and its relatives."""


def is_ascii_text(text):
    """Whether all characters are ASCII."""
    if text_width(text) > 1:
        return False
    seen = 0
    for i in range(STR_CHARS, STR_CHARS + (ld(text, STR_LENGTH) + 3 >> 2)):
        seen = seen | ld(text, i)
    return seen & LANE_HIGHS == 0


def all_alpha(text):
    for i in range(ld(text, STR_LENGTH)):
        if not is_alpha(char_at(text, i)):
            return False
    return ld(text, STR_LENGTH) > 0


def all_alnum(text):
    for i in range(ld(text, STR_LENGTH)):
        if not is_alnum(char_at(text, i)):
            return False
    return ld(text, STR_LENGTH) > 0


def all_decimal(text):
    for i in range(ld(text, STR_LENGTH)):
        if not is_decimal(char_at(text, i)):
            return False
    return ld(text, STR_LENGTH) > 0


def all_digit(text):
    for i in range(ld(text, STR_LENGTH)):
        if not is_digit(char_at(text, i)):
            return False
    return ld(text, STR_LENGTH) > 0


def all_numeric(text):
    for i in range(ld(text, STR_LENGTH)):
        if not is_numeric(char_at(text, i)):
            return False
    return ld(text, STR_LENGTH) > 0


def all_space(text):
    for i in range(ld(text, STR_LENGTH)):
        if not is_space(char_at(text, i)):
            return False
    return ld(text, STR_LENGTH) > 0


def all_printable(text):
    for i in range(ld(text, STR_LENGTH)):
        if not is_printable(char_at(text, i)):
            return False
    return True


def all_lower(text):
    """Whether there is a small letter, and no capital."""
    found = False
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if is_lower(code):
            found = True
        elif is_upper(code) or is_title(code):
            return False
    return found


def all_upper(text):
    """Whether there is a capital, and no small letter."""
    found = False
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if is_upper(code):
            found = True
        elif is_lower(code) or is_title(code):
            return False
    return found


def all_title(text):
    """Whether capitals begin all words, and stand nowhere else."""
    found = False
    inside = False
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if is_upper(code) or is_title(code):
            if inside:
                return False
            found = True
            inside = True
        elif is_lower(code):
            if not inside:
                return False
        else:
            inside = False
    return found


def is_identifier(text):
    """Whether the text is a name, or a keyword."""
    length = ld(text, STR_LENGTH)
    if length == 0 or not starts_identifier(char_at(text, 0)):
        return False
    for i in range(1, length):
        if not continues_identifier(char_at(text, i)):
            return False
    return True
