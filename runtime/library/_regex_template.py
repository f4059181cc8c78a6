"""Regular expressions: the replacements of matches."""

from _regex_parse import error, shown

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "b": "\b", "\\": "\\"}
_DIGITS = "0123456789"
_OCTAL = "01234567"


def template(source, pattern):
    """A function that makes the replacement of a match."""
    of_text = isinstance(source, str)
    text = source if of_text else str(bytes(source), "latin-1")
    if "\\" not in text:
        return lambda match: source
    parts = [part if of_text or isinstance(part, int) else part.encode("latin-1") for part in _parts(text, source, pattern)]
    empty = "" if of_text else b""

    def expand(match):
        made = []
        for part in parts:
            if isinstance(part, int):
                part = match[part]
            if part is not None:
                made.append(part)
        return empty.join(made)

    return expand


def _parts(text, source, pattern):
    """The texts and numbers of groups that a template consists of."""
    parts = []
    i = 0
    while True:
        start = text.find("\\", i)
        if start < 0:
            parts.append(text[i:])
            return parts
        parts.append(text[i:start])
        c = text[start + 1 : start + 2]
        i = start + 2
        if not c:
            raise error("bad escape (end of pattern)", source, start)
        if c == "g":
            number, i = _named_group(text, i, source, pattern)
            parts.append(number)
        elif c == "0":
            while i < start + 4 and text[i : i + 1] in tuple(_OCTAL):
                i += 1
            parts.append(chr(int(text[start + 1 : i], 8) & 255))
        elif c in _DIGITS:
            if text[i : i + 1] in tuple(_DIGITS):
                i += 1
                if c in _OCTAL and text[i - 1] in _OCTAL and text[i : i + 1] in tuple(_OCTAL):
                    i += 1
                    code = int(text[start + 1 : i], 8)
                    if code > 255:
                        message = f"octal escape value {text[start:i]} outside of range 0-0o377"
                        raise error(message, source, start)
                    parts.append(chr(code))
                    continue
            number = int(text[start + 1 : i])
            _check(number, source, pattern, start + 1)
            parts.append(number)
        elif c in _ESCAPES:
            parts.append(_ESCAPES[c])
        elif c.isascii() and c.isalpha():
            raise error(f"bad escape \\{c}", source, start)
        else:
            parts.append("\\" + c)


def _named_group(text, i, source, pattern):
    """The group of \\g<...>, and the index behind it."""
    if text[i : i + 1] != "<":
        raise error("missing <", source, i)
    i += 1
    end = text.find(">", i)
    if end == i or i == len(text):
        raise error("missing group name", source, i)
    if end < 0:
        raise error("missing >, unterminated name", source, i)
    name = text[i:end]
    if name.isidentifier():
        if name not in pattern.groupindex:
            raise IndexError(f"unknown group name {name!r}")
        return pattern.groupindex[name], end + 1
    if not name.isdecimal():
        raise error(f"bad character in group name {shown(name, source)}", source, i)
    _check(int(name), source, pattern, i)
    return int(name), end + 1


def _check(number, source, pattern, at):
    if number > pattern.groups:
        raise error(f"invalid group reference {number}", source, at)
