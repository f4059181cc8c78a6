"""bytes.decode"""


def bytes_decode(data, encoding, errors, function):
    """The text of BYTES in an encoding. (CPython does not look at the names if there is
    nothing to decode.)"""
    if ld(data, BYTES_LENGTH) == 0:
        return ""
    codec = codec_of(encoding, function)
    errors = errors_argument(errors, function)
    length = ld(data, BYTES_LENGTH)
    if codec == LATIN1 or codec <= UTF8 and is_ascii_text(data):
        text = new_text(length, 1)
        copy_bytes(text, TEXT_BYTES, data, TEXT_BYTES, length)
        return text
    builder = new_builder()
    at = 0
    if codec == UTF8_SIG and length >= 3:
        if char_at(data, 0) == 0xEF and char_at(data, 1) == 0xBB and char_at(data, 2) == 0xBF:
            at = 3
    if codec <= UTF8_SIG:
        while at < length:
            code = char_at(data, at)
            if code < 0x80:
                put_char(builder, code)
                at += 1
            elif codec == ASCII:
                at = put_undecodable(
                    builder, codec, data, at, at + 1, "ordinal not in range(128)", errors
                )
            else:
                at = put_utf8_character(builder, data, at, errors)
    elif codec <= UTF16_BE:
        decode_pairs(builder, codec, data, errors)
    else:
        decode_quads(builder, codec, data, errors)
    return built(builder)


def put_utf8_character(builder, data, at, errors):
    """Appends the character whose UTF-8 form begins at an index. Returns the index after it."""
    length = ld(data, BYTES_LENGTH)
    first = char_at(data, at)
    low = 0x80
    high = 0xBF
    if first < 0xC2 or first > 0xF4:
        return put_undecodable(builder, UTF8, data, at, at + 1, "invalid start byte", errors)
    if first < 0xE0:
        more = 1
        code = first & 0x1F
    elif first < 0xF0:
        more = 2
        code = first & 0x0F
        if first == 0xE0:
            low = 0xA0
        elif first == 0xED:
            high = 0x9F
    else:
        more = 3
        code = first & 0x07
        if first == 0xF0:
            low = 0x90
        elif first == 0xF4:
            high = 0x8F
    for i in range(at + 1, at + 1 + more):
        if i >= length:
            reason = "unexpected end of data"
            return put_undecodable(builder, UTF8, data, at, length, reason, errors)
        byte = char_at(data, i)
        if byte < low or byte > high:
            reason = "invalid continuation byte"
            return put_undecodable(builder, UTF8, data, at, i, reason, errors)
        code = code << 6 | byte & 0x3F
        low = 0x80
        high = 0xBF
    put_char(builder, code)
    return at + 1 + more


def pair_at(data, at, big):
    """The number in two bytes."""
    if big:
        return char_at(data, at) << 8 | char_at(data, at + 1)
    return char_at(data, at + 1) << 8 | char_at(data, at)


def decode_pairs(builder, codec, data, errors):
    """Appends the text of UTF-16. The first two bytes may say what order they have."""
    length = ld(data, BYTES_LENGTH)
    big = codec == UTF16_BE
    at = 0
    if codec == UTF16 and length >= 2:
        mark = pair_at(data, 0, False)
        if mark == 0xFEFF or mark == 0xFFFE:
            big = mark == 0xFFFE
            at = 2
    codec = UTF16_LE
    if big:
        codec = UTF16_BE
    while at < length:
        if at + 1 >= length:
            at = put_undecodable(builder, codec, data, at, length, "truncated data", errors)
        else:
            code = pair_at(data, at, big)
            if code >> 11 != SURROGATES:
                put_char(builder, code)
                at += 2
            elif code >= 0xDC00:
                at = put_undecodable(builder, codec, data, at, at + 2, "illegal encoding", errors)
            elif at + 3 >= length:
                reason = "unexpected end of data"
                at = put_undecodable(builder, codec, data, at, length, reason, errors)
            else:
                second = pair_at(data, at + 2, big)
                if second >> 10 == 0x37:
                    put_char(builder, 0x10000 + ((code & 0x3FF) << 10 | second & 0x3FF))
                    at += 4
                else:
                    reason = "illegal UTF-16 surrogate"
                    at = put_undecodable(builder, codec, data, at, at + 2, reason, errors)


def decode_quads(builder, codec, data, errors):
    """Appends the text of UTF-32. The first four bytes may say what order they have."""
    length = ld(data, BYTES_LENGTH)
    big = codec == UTF32_BE
    at = 0
    if codec == UTF32 and length >= 4:
        low = pair_at(data, 0, False)
        high = pair_at(data, 2, False)
        if low == 0xFEFF and high == 0 or low == 0 and high == 0xFFFE:
            big = low == 0
            at = 4
    codec = UTF32_LE
    if big:
        codec = UTF32_BE
    while at < length:
        if at + 3 >= length:
            at = put_undecodable(builder, codec, data, at, length, "truncated data", errors)
        else:
            if big:
                high = pair_at(data, at, True)
                low = pair_at(data, at + 2, True)
            else:
                low = pair_at(data, at, False)
                high = pair_at(data, at + 2, False)
            if high > 0x10:
                reason = "code point not in range(0x110000)"
                at = put_undecodable(builder, codec, data, at, at + 4, reason, errors)
            elif high == 0 and low >> 11 == SURROGATES:
                reason = "code point in surrogate code point range(0xd800, 0xe000)"
                at = put_undecodable(builder, codec, data, at, at + 4, reason, errors)
            else:
                put_char(builder, high << 16 | low)
                at += 4


def put_undecodable(builder, codec, data, start, stop, reason, errors):
    """Appends what an error handler makes of bytes that are no character. Returns the index
    at which decoding goes on."""
    if is_handler(errors, "strict"):
        exception_arguments
        raise UnicodeDecodeError(codec_name(codec), data, start, stop, reason)
    if is_handler(errors, "replace"):
        put_char(builder, 0xFFFD)
    elif is_handler(errors, "backslashreplace"):
        for i in range(start, stop):
            put_escape(builder, char_at(data, i))
    elif is_handler(errors, "surrogateescape"):
        for i in range(start, stop):
            byte = char_at(data, i)
            if byte < 128:
                if i == start:
                    exception_arguments
                    raise UnicodeDecodeError(codec_name(codec), data, start, stop, reason)
                return i
            put_char(builder, 0xDC00 + byte)
    elif is_handler(errors, "surrogatepass"):
        return put_surrogate(builder, codec, data, start, stop, reason)
    elif not is_handler(errors, "ignore"):
        unknown_handler(errors)
    return stop


def put_surrogate(builder, codec, data, start, stop, reason):
    """Appends a surrogate that surrogatepass lets through. Returns the index after it."""
    length = ld(data, BYTES_LENGTH)
    size = 3
    code = 0
    if codec <= UTF8_SIG and start + 2 < length:
        second = char_at(data, start + 1)
        third = char_at(data, start + 2)
        if char_at(data, start) == 0xED and second >> 6 == 2 and third >> 6 == 2:
            code = 0xD000 | (second & 0x3F) << 6 | third & 0x3F
    elif codec > UTF8_SIG and codec <= UTF16_BE and start + 1 < length:
        size = 2
        code = pair_at(data, start, codec == UTF16_BE)
    elif codec >= UTF32 and start + 3 < length:
        size = 4
        code = pair_at(data, start, False)
        if codec == UTF32_BE:
            code = pair_at(data, start + 2, True)
    if code >> 11 != SURROGATES:
        exception_arguments
        raise UnicodeDecodeError(codec_name(codec), data, start, stop, reason)
    put_char(builder, code)
    return start + size
