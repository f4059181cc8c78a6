"""str.maketrans and str.translate."""


def make_translation(source, target, removed):
    """The dictionary of str.maketrans."""
    table = new_dict()
    if target is None:
        if tag(source) != DICT:
            raise TypeError("if you give only one argument to maketrans it must be a dict")
        entries = ld(source, DICT_ENTRIES)
        for i in range(ld(source, DICT_USED)):
            key = ld(entries, STORAGE_ITEMS + DICT_ENTRY_WORDS * i + DICT_ENTRY_KEY)
            if key is not END:
                dict_set(table, translated_key(key), ld(entries, STORAGE_ITEMS + DICT_ENTRY_WORDS * i + DICT_ENTRY_VALUE))
        return table
    from_text = translation_string(source, "first maketrans argument must be a string if there is a second argument")
    to_text = maketrans_argument(target, 2)
    length = ld(from_text, STR_LENGTH)
    if length != ld(to_text, STR_LENGTH):
        raise ValueError("the first two maketrans arguments must have equal length")
    for i in range(length):
        dict_set(table, char_at(from_text, i), char_at(to_text, i))
    if removed is not None:
        part = maketrans_argument(removed, 3)
        for i in range(ld(part, STR_LENGTH)):
            dict_set(table, char_at(part, i), None)
    return table


def translation_string(value, message):
    """The string in a value, or an error with this message."""
    part = string_of(value)
    if part is END:
        raise TypeError(message)
    return part


def maketrans_argument(value, number):
    """The string that is an argument of maketrans."""
    part = string_of(value)
    if part is END:
        which = int_to_string(number)
        raise TypeError(f"maketrans() argument {which} must be str, not {argument_type(value)}")
    return part


def translated_key(key):
    """A key of maketrans' dictionary as a code point."""
    text = string_of(key)
    if text is not END:
        if ld(text, STR_LENGTH) != 1:
            raise ValueError("string keys in translate table must be of length 1")
        return char_at(text, 0)
    if not is_number(key):
        raise TypeError("keys in translate table must be strings or integers")
    return key


def str_translate(text, table):
    """str.translate"""
    builder = new_builder()
    for i in range(ld(text, STR_LENGTH)):
        code = char_at(text, i)
        if tag(table) == DICT:
            value = dict_get(table, code)
            if value is END:
                value = code
        else:
            value = translation(table, code)
        if is_number(value):
            if tag(value) == BIGINT or value < 0 or value > 0x10FFFF:
                raise ValueError("character mapping must be in range(0x110000)")
            put_char(builder, value + 0)
        elif value is not None:
            part = string_of(value)
            if part is END:
                raise TypeError("character mapping must return integer, None or str")
            put_text(builder, part)
    return built(builder)


def translation(table, code):
    """What any object with __getitem__ translates a character to."""
    try:
        return table[code]
    except LookupError:
        return code
