"""Encodings: their names, and the errors of encoding and decoding."""

SURROGATES = 27

ASCII = 1
LATIN1 = 2
UTF8 = 3
UTF8_SIG = 4
UTF16 = 5
UTF16_LE = 6
UTF16_BE = 7
UTF32 = 8
UTF32_LE = 9
UTF32_BE = 10


def codec_of(encoding, function):
    """The number of the encoding with this name."""
    if encoding is "utf-8":
        return UTF8
    name = string_of(encoding)
    if name is END:
        given = argument_type(encoding)
        raise TypeError(f"{function}() argument 'encoding' must be str, not {given}")
    codec = codec_number(normal_name(name))
    if codec == 0:
        raise LookupError(f"unknown encoding: {name}")
    return codec


def normal_name(name):
    """A name in small letters, without hyphens, underscores and spaces."""
    builder = new_builder()
    for i in range(ld(name, STR_LENGTH)):
        code = char_at(name, i)
        if code != 45 and code != 95 and code != 32:
            put_lower(builder, code)
    return built(builder)


def codec_number(name):
    """The number of an encoding, 0 if there is none."""
    if str_equal(name, "utf8") or str_equal(name, "u8") or str_equal(name, "utf"):
        return UTF8
    if str_equal(name, "ascii") or str_equal(name, "usascii") or str_equal(name, "646"):
        return ASCII
    if str_equal(name, "latin1") or str_equal(name, "iso88591") or str_equal(name, "latin"):
        return LATIN1
    if str_equal(name, "l1") or str_equal(name, "8859") or str_equal(name, "cp819"):
        return LATIN1
    if str_equal(name, "utf8sig"):
        return UTF8_SIG
    if str_equal(name, "utf16") or str_equal(name, "u16"):
        return UTF16
    if str_equal(name, "utf16le"):
        return UTF16_LE
    if str_equal(name, "utf16be"):
        return UTF16_BE
    if str_equal(name, "utf32") or str_equal(name, "u32"):
        return UTF32
    if str_equal(name, "utf32le"):
        return UTF32_LE
    if str_equal(name, "utf32be"):
        return UTF32_BE
    return 0


def codec_name(codec):
    """The name of an encoding in error messages."""
    if codec == ASCII:
        return "ascii"
    if codec == LATIN1:
        return "latin-1"
    if codec <= UTF8_SIG:
        return "utf-8"
    if codec == UTF16:
        return "utf-16"
    if codec == UTF16_LE:
        return "utf-16-le"
    if codec == UTF16_BE:
        return "utf-16-be"
    if codec == UTF32:
        return "utf-32"
    if codec == UTF32_LE:
        return "utf-32-le"
    return "utf-32-be"


def errors_argument(errors, function):
    """The name of the error handler; None is strict."""
    if errors is None:
        return "strict"
    name = string_of(errors)
    if name is END:
        given = argument_type(errors)
        raise TypeError(f"{function}() argument 'errors' must be str, not {given}")
    return name


def is_handler(errors, name):
    """Whether the error handler is the one with this name."""
    return str_equal(errors, name)


def unknown_handler(errors):
    """Raises for the name of no error handler."""
    raise LookupError(f"unknown error handler name '{errors}'")


def decoded_object(value, encoding, errors):
    """str(value, encoding, errors)"""
    if encoding is not None and string_of(encoding) is END:
        raise TypeError(f"str() argument 'encoding' must be str, not {type_name(encoding)}")
    if errors is not None and string_of(errors) is END:
        raise TypeError(f"str() argument 'errors' must be str, not {type_name(errors)}")
    if string_of(value) is not END:
        raise TypeError("decoding str is not supported")
    data = bytes_of(value)
    if data is END:
        raise TypeError(f"decoding to str: need a bytes-like object, {type_name(value)} found")
    if encoding is None:
        encoding = "utf-8"
    if errors is None:
        errors = "strict"
    return bytes_decode(data, encoding, errors, "str")
