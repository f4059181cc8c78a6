"""Small letters, capitals, titles."""

CAPITAL_SIGMA = 0x3A3
SMALL_SIGMA = 0x3C3
FINAL_SIGMA = 0x3C2


def put_mapped(builder, table, code):
    """Appends what a table maps a character to. False if it does not map it."""
    low = 0
    high = ld(table, STR_CHARS) - 1
    while low < high:
        middle = low + high + 1 >> 1
        if rshr(ld(table, STR_CHARS + 1 + (middle << 1)), 11) <= code:
            low = middle
        else:
            high = middle - 1
    entry = ld(table, STR_CHARS + 1 + (low << 1))
    value = ld(table, STR_CHARS + 2 + (low << 1))
    distance = code - rshr(entry, 11)
    step = entry & 1
    if distance < 0 or distance & step or distance >> step > entry >> 1 & 0x3FF:
        return False
    count = value & 3
    value = value >> 2
    if count == 1:
        put_char(builder, code + value)
    else:
        for i in range(value, value + count):
            put_char(builder, ld(table, STR_CHARS + i))
    return True


def put_lower(builder, code):
    """Appends a character in lower case."""
    if code < 256:
        if is_upper(code):
            code += 32
        put_char(builder, code)
    elif not put_mapped(builder, LOWER_MAP, code):
        put_char(builder, code)


def put_upper(builder, code):
    """Appends a character in upper case."""
    if code < 256:
        put_latin1_upper(builder, code, 83)
    elif not put_mapped(builder, UPPER_MAP, code):
        put_char(builder, code)


def put_latin1_upper(builder, code, second):
    """Appends a character of Latin-1 in upper case. The capital of a sharp s is S and
    `second`."""
    if code == 0xDF:
        put_char(builder, 83)
        code = second
    elif code == 0xB5:
        code = 0x39C
    elif code == 0xFF:
        code = 0x178
    elif is_lower(code) and code != 0xAA and code != 0xBA:
        code -= 32
    put_char(builder, code)


def put_title(builder, code):
    """Appends a character as it begins a word of a title."""
    if code < 256:
        put_latin1_upper(builder, code, 115)
    elif not put_mapped(builder, TITLE_MAP, code):
        put_upper(builder, code)


def put_folded(builder, code):
    """Appends a character in the form in which case does not matter."""
    if code == 0xB5:
        put_char(builder, 0x3BC)
    elif code == 0xDF:
        put_char(builder, 115)
        put_char(builder, 115)
    elif code < 256 or not put_mapped(builder, FOLD_MAP, code):
        put_lower(builder, code)


def put_lower_at(builder, text, index):
    """Appends a character of a text in lower case; a sigma at the end of a word is special."""
    code = char_at(text, index)
    if code == CAPITAL_SIGMA:
        put_char(builder, lower_sigma(text, index))
    else:
        put_lower(builder, code)


def lower_sigma(text, index):
    """The small sigma for a capital one: the final one, if a letter precedes and none follows."""
    before = index - 1
    while before >= 0 and is_case_ignorable(char_at(text, before)):
        before -= 1
    if before < 0 or not is_cased(char_at(text, before)):
        return SMALL_SIGMA
    length = ld(text, STR_LENGTH)
    after = index + 1
    while after < length and is_case_ignorable(char_at(text, after)):
        after += 1
    if after < length and is_cased(char_at(text, after)):
        return SMALL_SIGMA
    return FINAL_SIGMA


def ascii_changed(text, first, last):
    """An ASCII text with the other case for the letters between two: four at a time. In
    each byte, bit 7 of a sum says whether the letter is at least `first`, or beyond `last`."""
    length = ld(text, STR_LENGTH)
    from_first = rmul(0x80 - first, LANE_ONES)
    beyond = rmul(0x7F - last, LANE_ONES)
    result = new_like(text, length, 1)
    for i in range(STR_CHARS, STR_CHARS + (length + 3 >> 2)):
        word = ld(text, i)
        letters = radd(word, from_first) & ~radd(word, beyond) & LANE_HIGHS
        st(result, i, word ^ rshr(letters, 2))
    return result


def str_lower(text):
    """str.lower"""
    if is_ascii_text(text):
        return ascii_changed(text, 65, 90)
    builder = new_builder()
    for i in range(ld(text, STR_LENGTH)):
        put_lower_at(builder, text, i)
    return built(builder)


def str_upper(text):
    """str.upper"""
    if is_ascii_text(text):
        return ascii_changed(text, 97, 122)
    builder = new_builder()
    for i in range(ld(text, STR_LENGTH)):
        put_upper(builder, char_at(text, i))
    return built(builder)


def str_casefold(text):
    """str.casefold"""
    if is_ascii_text(text):
        return ascii_changed(text, 65, 90)
    builder = new_builder()
    for i in range(ld(text, STR_LENGTH)):
        put_folded(builder, char_at(text, i))
    return built(builder)


def str_capitalize(text):
    """str.capitalize"""
    builder = new_builder()
    for i in range(ld(text, STR_LENGTH)):
        if i == 0:
            put_title(builder, char_at(text, 0))
        else:
            put_lower_at(builder, text, i)
    return built(builder)


def str_title(text):
    """str.title"""
    builder = new_builder()
    inside = False
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if inside:
            put_lower_at(builder, text, i)
        else:
            put_title(builder, code)
        inside = is_cased(code)
    return built(builder)


def str_swapcase(text):
    """str.swapcase"""
    builder = new_builder()
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if is_upper(code):
            put_lower_at(builder, text, i)
        elif is_lower(code):
            put_upper(builder, code)
        else:
            put_char(builder, code)
    return built(builder)
