"""Constants of characters, and templates."""

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Words with capitals, with single separators between them."""
    return (" " if sep is None else sep).join(word.capitalize() for word in s.split(sep))


class Template:
    """A text with $names to be replaced."""

    def __init__(self, template):
        self.template = template

    def _replaced(self, mapping, strict):
        text = self.template
        parts = []
        i = 0
        while i < len(text):
            if text[i] != "$":
                end = text.find("$", i)
                end = len(text) if end < 0 else end
                parts.append(text[i:end])
                i = end
                continue
            if text[i + 1 : i + 2] == "$":
                parts.append("$")
                i += 2
                continue
            braced = text[i + 1 : i + 2] == "{"
            start = end = i + 2 if braced else i + 1
            while end < len(text) and text[end].isascii() and text[start : end + 1].isidentifier():
                end += 1
            name = text[start:end]
            valid = name and (not braced or text[end : end + 1] == "}")
            end += 1 if valid and braced else 0
            if valid and (strict or name in mapping):
                parts.append(str(mapping[name]))
                i = end
            elif strict:
                lines = text[:i].splitlines(keepends=True) or [""]
                raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, col {len(lines[-1]) + 1}")
            else:
                parts.append("$")
                i += 1
        return "".join(parts)

    def substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, True)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, False)
