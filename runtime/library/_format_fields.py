"""The fields of format strings."""


def parts_of(text):
    """Yields texts with the fields that follow: name, format and conversion; the name is None
    if there is no field."""
    literal = ""
    i = 0
    while i < len(text):
        c = text[i]
        i += 1
        if c != "{" and c != "}":
            start = i - 1
            while i < len(text) and text[i] not in "{}":
                i += 1
            literal += text[start:i]
            continue
        if text[i : i + 1] == c:
            yield literal + c, None, None, None
            literal = ""
            i += 1
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if i == len(text):
            raise ValueError("Single '{' encountered in format string")
        end = _end_of_field(text, i)
        yield literal, *_field(text[i:end])
        literal = ""
        i = end + 1
    if literal:
        yield literal, None, None, None


def _end_of_field(text, i):
    """Where the brace is that closes a field."""
    depth = 1
    while i < len(text):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return i
        elif text[i] == "[":
            end = text.find("]", i)
            i = len(text) if end < 0 else end
        i += 1
    raise ValueError("expected '}' before end of string")


def _field(text):
    """Name, format and conversion of a field."""
    i = 0
    while i < len(text) and text[i] not in ":!":
        if text[i] == "{":
            raise ValueError("unexpected '{' in field name")
        if text[i] == "[":
            end = text.find("]", i)
            i = len(text) if end < 0 else end
        i += 1
    name = text[:i]
    conversion = None
    if text[i : i + 1] == "!":
        if i + 1 >= len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[i + 1]
        i += 2
        if i < len(text) and text[i] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, text[i + 1 :], conversion


def steps_of(name):
    """The argument that a field's name begins with, and what is taken of it: pairs of whether that
    is an attribute, and its name or key."""
    i = 0
    while i < len(name) and name[i] not in ".[":
        i += 1
    first = _key(name[:i])
    steps = []
    while i < len(name):
        start = i + 1
        if name[i] == ".":
            i = start
            while i < len(name) and name[i] not in ".[":
                i += 1
            key = name[start:i]
        else:
            if name[i] != "[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            end = name.find("]", i)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[start:end]
            i = end + 1
        if not key:
            raise ValueError("Empty attribute in format string")
        steps.append((True, key) if name[start - 1] == "." else (False, _key(key)))
    return first, steps


def _key(text):
    """An index or a name."""
    return int(text) if text.isascii() and text.isdigit() else text
