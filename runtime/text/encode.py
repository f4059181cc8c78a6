"""str.encode"""


def str_encode(text, encoding, errors):
    """The BYTES of a text in an encoding."""
    codec = codec_of(encoding, "encode")
    errors = errors_argument(errors, "encode")
    length = ld(text, STR_LENGTH)
    if codec <= UTF8 and is_ascii_text(text) or codec == LATIN1 and text_width(text) == 1:
        data = new_bytes(length)
        copy_bytes(data, TEXT_BYTES, text, TEXT_BYTES, length)
        return data
    builder = new_builder()
    if codec == UTF8_SIG or codec == UTF16 or codec == UTF32:
        put_encoded(builder, codec, 0xFEFF)
    at = 0
    while at < length:
        code = char_at(text, at)
        if can_encode(codec, code):
            put_encoded(builder, codec, code)
            at += 1
        else:
            start = at
            at += 1
            if codec < UTF16:
                while at < length and not can_encode(codec, char_at(text, at)):
                    at += 1
            put_unencodable(builder, codec, text, start, at, errors)
    return built_bytes(builder)


def can_encode(codec, code):
    """Whether an encoding has a character."""
    if codec == ASCII:
        return code < 128
    if codec == LATIN1:
        return code < 256
    return code >> 11 != SURROGATES


def put_encoded(builder, codec, code):
    """Appends a character, also a surrogate, in an encoding that has it."""
    if codec <= LATIN1:
        put_char(builder, code)
    elif codec <= UTF8_SIG:
        put_utf8(builder, code)
    elif codec <= UTF16_BE:
        big = codec == UTF16_BE
        if code > 0xFFFF:
            code -= 0x10000
            put_pair(builder, 0xD800 | code >> 10, big)
            code = 0xDC00 | code & 0x3FF
        put_pair(builder, code, big)
    elif codec == UTF32_BE:
        put_pair(builder, code >> 16, True)
        put_pair(builder, code & 0xFFFF, True)
    else:
        put_pair(builder, code & 0xFFFF, False)
        put_pair(builder, code >> 16, False)


def put_pair(builder, value, big):
    """Appends two bytes."""
    if big:
        put_char(builder, value >> 8)
    put_char(builder, value & 0xFF)
    if not big:
        put_char(builder, value >> 8)


def put_utf8(builder, code):
    """Appends a character in UTF-8."""
    if code < 0x80:
        put_char(builder, code)
        return
    if code < 0x800:
        put_char(builder, 0xC0 | code >> 6)
    else:
        if code < 0x10000:
            put_char(builder, 0xE0 | code >> 12)
        else:
            put_char(builder, 0xF0 | code >> 18)
            put_char(builder, 0x80 | code >> 12 & 0x3F)
        put_char(builder, 0x80 | code >> 6 & 0x3F)
    put_char(builder, 0x80 | code & 0x3F)


def encode_error(codec, text, start, stop):
    """Raises for characters that an encoding does not have."""
    reason = "surrogates not allowed"
    if codec == ASCII:
        reason = "ordinal not in range(128)"
    elif codec == LATIN1:
        reason = "ordinal not in range(256)"
    exception_arguments
    raise UnicodeEncodeError(codec_name(codec), text, start, stop, reason)


def put_unencodable(builder, codec, text, start, stop, errors):
    """Appends what an error handler makes of characters that an encoding does not have."""
    if is_handler(errors, "strict"):
        encode_error(codec, text, start, stop)
    if is_handler(errors, "ignore"):
        return
    for i in range(start, stop):
        code = char_at(text, i)
        if is_handler(errors, "replace"):
            put_encoded(builder, codec, 63)
        elif is_handler(errors, "backslashreplace"):
            escape_builder = new_builder()
            put_escape(escape_builder, code)
            put_encoded_text(builder, codec, built(escape_builder))
        elif is_handler(errors, "xmlcharrefreplace"):
            put_encoded_text(builder, codec, f"&#{int_to_string(code)};")
        elif is_handler(errors, "surrogateescape"):
            if code < 0xDC80 or code > 0xDCFF or codec >= UTF16:
                encode_error(codec, text, i, stop)
            put_char(builder, code & 0xFF)
        elif is_handler(errors, "surrogatepass"):
            if codec <= LATIN1:
                encode_error(codec, text, start, stop)
            put_encoded(builder, codec, code)
        else:
            unknown_handler(errors)


def put_encoded_text(builder, codec, text):
    """Appends an ASCII text in an encoding."""
    for i in range(ld(text, STR_LENGTH)):
        put_encoded(builder, codec, char_at(text, i))
