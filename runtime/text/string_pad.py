"""Widths: padding, zero filling, tabulators."""


def padded(text, left, right, fill):
    """The text between so many fill characters."""
    if left <= 0 and right <= 0:
        return text
    if left < 0:
        left = 0
    if right < 0:
        right = 0
    length = ld(text, STR_LENGTH)
    if left > TEXT_MAX or right > TEXT_MAX:
        raise MemoryError
    width = width_of(fill)
    if width < text_width(text):
        width = text_width(text)
    result = new_like(text, left + length + right, width)
    fill_chars(result, 0, fill, left)
    copy_chars(result, left, text, 0, length)
    fill_chars(result, left + length, fill, right)
    return result


def text_center(text, width, fill):
    """str.center: where the space is odd, the width decides which side has more."""
    space = width - ld(text, STR_LENGTH)
    if space <= 0:
        return text
    left = (space >> 1) + (space & width & 1)
    return padded(text, left, space - left, fill)


def text_zfill(text, width):
    """str.zfill: zeros between the sign and the digits."""
    length = ld(text, STR_LENGTH)
    space = width - length
    if space <= 0:
        return text
    if length > 0 and (char_at(text, 0) == 43 or char_at(text, 0) == 45):
        if space > TEXT_MAX:
            raise MemoryError
        result = new_like(text, width, text_width(text))
        set_char(result, 0, char_at(text, 0))
        fill_chars(result, 1, 48, space)
        copy_chars(result, space + 1, text, 1, length - 1)
        return result
    return padded(text, space, 0, 48)


def fill_character(fill):
    """The code of the fill character that is given to str.center and its relatives."""
    part = string_of(fill)
    if part is END:
        raise TypeError(f"The fill character must be a unicode character, not {type_name(fill)}")
    if ld(part, STR_LENGTH) != 1:
        raise TypeError("The fill character must be exactly one character long")
    return char_at(part, 0)


def pad_text(text, fill, align, width):
    """The text aligned in a field: `align` is the code of <, > or ^."""
    space = width - ld(text, STR_LENGTH)
    if space <= 0:
        return text
    if align == 62:
        return padded(text, space, 0, fill)
    if align == 94:
        return padded(text, space >> 1, space - (space >> 1), fill)
    return padded(text, 0, space, fill)


def text_expandtabs(text, size):
    """The text with tabulators replaced by spaces up to the next multiple of a size."""
    length = ld(text, STR_LENGTH)
    total = 0
    column = 0
    for i in range(length):
        code = char_at(text, i)
        if code == 9:
            if size > 0:
                space = size - column % size
                if space > TEXT_MAX:
                    raise OverflowError("new string is too long")
                total += space
                column += space
        else:
            total += 1
            column += 1
            if code == 10 or code == 13:
                column = 0
        if total > TEXT_MAX:
            raise MemoryError
    result = new_like(text, total, text_width(text))
    into = 0
    column = 0
    for i in range(length):
        code = char_at(text, i)
        if code == 9:
            if size > 0:
                stop = into + size - column % size
                column += stop - into
                while into < stop:
                    set_char(result, into, 32)
                    into += 1
        else:
            set_char(result, into, code)
            into += 1
            column += 1
            if code == 10 or code == 13:
                column = 0
    return result
