"""str.format: replacement fields in braces."""

FORMATTER_ARGS = 1
FORMATTER_NAMES = 2
FORMATTER_NUMBERING = 3
FORMATTER_NEXT = 4
FORMATTER_WORDS = 5

AUTOMATIC = 1
MANUAL = 2

# CPython's indices have up to 18 digits; all beyond FIELD_LARGE are equally out of range here.
FIELD_DIGITS = 18
FIELD_LARGE = 200000000


class formatter:
    """The arguments of one call, and how its fields are numbered."""


def str_format(text, args, names):
    """text.format(*args, **names). For args None, text.format_map(names)."""
    state = alloc(formatter, FORMATTER_WORDS)
    st(state, FORMATTER_ARGS, args)
    st(state, FORMATTER_NAMES, names)
    st(state, FORMATTER_NUMBERING, 0)
    st(state, FORMATTER_NEXT, 0)
    return fields_replaced(state, text, 2)


def fields_replaced(state, text, depth):
    """The text with its fields replaced; specifications may have fields, to this depth."""
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    builder = new_builder()
    length = ld(text, STR_LENGTH)
    at = 0
    while at < length:
        start = at
        code = 0
        while at < length and code != 123 and code != 125:
            code = char_at(text, at)
            at += 1
        if code != 123 and code != 125:
            put_slice(builder, text, start, at)
        elif at < length and char_at(text, at) == code:
            put_slice(builder, text, start, at)
            at += 1
        else:
            if code == 125:
                raise ValueError("Single '}' encountered in format string")
            if at == length:
                raise ValueError("Single '{' encountered in format string")
            put_slice(builder, text, start, at - 1)
            at = put_field(state, builder, text, at, depth)
    return built(builder)


def put_field(state, builder, text, at, depth):
    """Appends what the field at an index stands for. Returns the index after it."""
    length = ld(text, STR_LENGTH)
    start = at
    at = field_name_end(text, start)
    code = 0
    if at < length:
        code = char_at(text, at)
    if code != 125 and code != 58 and code != 33:
        raise ValueError("expected '}' before end of string")
    name = substring(text, start, at)
    at += 1
    conversion = 0
    if code == 33:
        if at == length:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = char_at(text, at)
        at += 1
        if at < length:
            code = char_at(text, at)
            at += 1
            if code != 125 and code != 58:
                raise ValueError("expected ':' after conversion specifier")
    spec = ""
    if code != 125:
        start = at
        at = spec_end(text, at)
        spec = substring(text, start, at - 1)
    value = converted(field_value(state, name), conversion)
    if find_char(spec, 123, 0, ld(spec, STR_LENGTH)) >= 0:
        spec = fields_replaced(state, spec, depth - 1)
    put_text(builder, string_of(format_value(value, spec)))
    return at


def field_name_end(text, at):
    """The index of the } : or ! that ends a field's name, or the end of the text."""
    length = ld(text, STR_LENGTH)
    while at < length:
        code = char_at(text, at)
        if code == 123:
            raise ValueError("unexpected '{' in field name")
        if code == 125 or code == 58 or code == 33:
            return at
        at += 1
        if code == 91:
            while at < length and char_at(text, at) != 93:
                at += 1
    return at


def spec_end(text, at):
    """The index after the brace that closes a specification."""
    open_braces = 1
    length = ld(text, STR_LENGTH)
    while at < length:
        code = char_at(text, at)
        at += 1
        if code == 123:
            open_braces += 1
        elif code == 125:
            open_braces -= 1
            if open_braces == 0:
                return at
    raise ValueError("unmatched '{' in format spec")


def converted(value, conversion):
    """The value after !r, !s or !a."""
    if conversion == 0:
        return value
    if conversion == 114:
        return repr_of(value)
    if conversion == 115:
        return str_of(value)
    if conversion == 97:
        return ascii_of(value)
    builder = new_builder()
    if 32 < conversion < 127:
        put_char(builder, conversion)
    else:
        put_text(builder, "\\x")
        put_code(builder, conversion)
    raise ValueError(f"Unknown conversion specifier {built(builder)}")


def put_code(builder, code):
    """Appends a number in hexadecimal, without leading zeros."""
    digits = 1
    while rshr(code, digits << 2):
        digits += 1
    put_hex(builder, code, digits)


def field_integer(name):
    """The number that a name is, or -1."""
    value = 0
    length = ld(name, STR_LENGTH)
    if length == 0:
        return -1
    for i in range(length):
        digit = decimal_value(char_at(name, i))
        if digit < 0:
            return -1
        if i >= FIELD_DIGITS:
            raise ValueError("Too many decimal digits in format string")
        if value > FIELD_LARGE:
            value = FIELD_LARGE
        value = value * 10 + digit
    return value


def name_part_end(name, at):
    """The next index of a dot or bracket in a field's name, or its end."""
    length = ld(name, STR_LENGTH)
    while at < length:
        code = char_at(name, at)
        if code == 46 or code == 91:
            return at
        at += 1
    return at


def field_value(state, name):
    """What a field's name stands for, with its attributes and items."""
    length = ld(name, STR_LENGTH)
    at = name_part_end(name, 0)
    first = substring(name, 0, at)
    index = field_integer(first)
    if at == 0:
        number_fields(state, AUTOMATIC)
        index = ld(state, FORMATTER_NEXT)
        st(state, FORMATTER_NEXT, index + 1)
    elif index >= 0:
        number_fields(state, MANUAL)
    value = argument_value(state, first, index)
    while at < length:
        start = at + 1
        if char_at(name, at) == 46:
            at = name_part_end(name, start)
            attribute = substring(name, start, at)
            check_field(attribute)
            value = getattr(value, attribute)
        else:
            if char_at(name, at) != 91:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            at = find_char(name, 93, start, length)
            if at < 0:
                raise ValueError("Missing ']' in format string")
            key = substring(name, start, at)
            at += 1
            check_field(key)
            value = field_item(value, key)
    return value


def check_field(name):
    """Refuses an empty name."""
    if ld(name, STR_LENGTH) == 0:
        raise ValueError("Empty attribute in format string")


def field_item(value, key):
    """An item of a field's value, by number or by name."""
    index = field_integer(key)
    if index >= 0:
        return value[index]
    return value[key]


def number_fields(state, way):
    """Fields are numbered automatically or by the text, not both."""
    numbering = ld(state, FORMATTER_NUMBERING)
    if numbering == 0:
        st(state, FORMATTER_NUMBERING, way)
    elif numbering != way:
        if way == AUTOMATIC:
            raise ValueError(
                "cannot switch from manual field specification to automatic field numbering"
            )
        raise ValueError(
            "cannot switch from automatic field numbering to manual field specification"
        )


def argument_value(state, name, index):
    """The argument with an index, or for -1 with a name."""
    args = ld(state, FORMATTER_ARGS)
    if index < 0:
        return ld(state, FORMATTER_NAMES)[name]
    if args is None:
        raise ValueError("Format string contains positional fields")
    if index >= ld(args, TUPLE_LENGTH):
        if index <= FIELD_LARGE:
            name = int_to_string(index)
        raise IndexError(f"Replacement index {name} out of range for positional args tuple")
    return ld(args, TUPLE_ITEMS + index)
