"""JSON texts."""


class JSONDecodeError(ValueError):
    """A text is no JSON."""

    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
_LONG = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _quoted(text, ensure_ascii):
    parts = ['"']
    for c in text:
        code = ord(c)
        if c in _SHORT:
            parts.append(_SHORT[c])
        elif code < 32 or ensure_ascii and code > 126:
            if code > 0xFFFF:
                code -= 0x10000
                parts.append(f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}")
            else:
                parts.append(f"\\u{code:04x}")
        else:
            parts.append(c)
    parts.append('"')
    return "".join(parts)


class JSONEncoder:
    """Makes texts of values; derived classes may define default()."""

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent if indent is None or isinstance(indent, str) else " " * indent
        self.item_separator = ", " if indent is None else ","
        self.key_separator = ": "
        if separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o):
        return self._parts(o, "\n", [])

    def _number(self, o):
        if isinstance(o, int):
            return int.__repr__(o)
        if o != o or o in (float("inf"), float("-inf")):
            if not self.allow_nan:
                raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
            return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"
        return float.__repr__(o)

    def _parts(self, o, line, around):
        if o is None or o is True or o is False:
            yield {None: "null", True: "true", False: "false"}[o]
        elif isinstance(o, str):
            yield _quoted(o, self.ensure_ascii)
        elif isinstance(o, (int, float)):
            yield self._number(o)
        elif any(other is o for other in around):
            raise ValueError("Circular reference detected")
        elif isinstance(o, dict):
            yield from self._block("{", self._members(o), "}", line, around + [o])
        elif isinstance(o, (list, tuple)):
            yield from self._block("[", [("", item) for item in o], "]", line, around + [o])
        else:
            yield from self._parts(self.default(o), line, around + [o])

    def _members(self, o):
        members = []
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            if key is None or key is True or key is False:
                key = {None: "null", True: "true", False: "false"}[key]
            elif isinstance(key, (int, float)):
                key = self._number(key)
            elif not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
            members.append((_quoted(key, self.ensure_ascii) + self.key_separator, value))
        return members

    def _block(self, opening, items, closing, line, around):
        yield opening
        if items:
            inner = line if self.indent is None else line + self.indent
            for i, (start, value) in enumerate(items):
                if i:
                    yield self.item_separator
                if self.indent is not None:
                    yield inner
                yield start
                yield from self._parts(value, inner, around)
            if self.indent is not None:
                yield line
        yield closing


class _Reader:
    def __init__(self, text, options):
        self.text = text
        self.at = 0
        self.object_hook = options.get("object_hook")
        self.pairs_hook = options.get("object_pairs_hook")
        self.parse_float = options.get("parse_float") or float
        self.parse_int = options.get("parse_int") or int

    def fail(self, message, at=None):
        raise JSONDecodeError(message, self.text, self.at if at is None else at)

    def space(self):
        while self.text[self.at : self.at + 1] in (" ", "\t", "\n", "\r"):
            self.at += 1
        return self.text[self.at : self.at + 1]

    def value(self):
        c = self.text[self.at : self.at + 1]
        if c == '"':
            return self.string()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        for word, value in _WORDS:
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def digits(self, at):
        while self.text[at : at + 1] in tuple("0123456789"):
            at += 1
        return at

    def number(self):
        text, start = self.text, self.at
        at = start + 1 if text[start : start + 1] == "-" else start
        end = at + 1 if text[at : at + 1] == "0" else self.digits(at)
        if end == at:
            self.fail("Expecting value")
        whole = end
        if text[end : end + 1] == "." and self.digits(end + 1) > end + 1:
            end = self.digits(end + 1)
        if text[end : end + 1] in ("e", "E"):
            sign = end + 2 if text[end + 1 : end + 2] in ("+", "-") else end + 1
            if self.digits(sign) > sign:
                end = self.digits(sign)
        self.at = end
        return (self.parse_int if end == whole else self.parse_float)(text[start:end])

    def string(self):
        text, start = self.text, self.at
        parts = []
        at = start + 1
        while True:
            c = text[at : at + 1]
            if not c:
                self.fail("Unterminated string starting at", start)
            if c == '"':
                self.at = at + 1
                return "".join(parts)
            if c == "\\":
                escape = text[at + 1 : at + 2]
                if escape == "u":
                    code, at = self.unit(at + 2), at + 6
                    if 0xD800 <= code < 0xDC00 and text.startswith("\\u", at):
                        low = self.unit(at + 2)
                        if 0xDC00 <= low < 0xE000:
                            code, at = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00), at + 6
                    parts.append(chr(code))
                    continue
                if escape not in _LONG:
                    self.fail("Invalid \\escape" if escape else "Unterminated string starting at", at if escape else start)
                parts.append(_LONG[escape])
                at += 2
                continue
            if c < " ":
                self.fail("Invalid control character at", at)
            end = at + 1
            while end < len(text) and text[end] not in '"\\' and text[end] >= " ":
                end += 1
            parts.append(text[at:end])
            at = end

    def unit(self, at):
        digits = self.text[at : at + 4]
        if len(digits) != 4 or any(c not in "0123456789abcdefABCDEF" for c in digits):
            self.fail("Invalid \\uXXXX escape", at - 1)
        return int(digits, 16)

    def array(self):
        items = []
        self.at += 1
        if self.space() == "]":
            self.at += 1
            return items
        while True:
            items.append(self.value())
            c = self.space()
            if c == "]":
                self.at += 1
                return items
            if c != ",":
                self.fail("Expecting ',' delimiter")
            self.at += 1
            self.space()

    def object(self):
        pairs = []
        self.at += 1
        c = self.space()
        while c != "}":
            if c != '"':
                self.fail("Expecting property name enclosed in double quotes")
            key = self.string()
            if self.space() != ":":
                self.fail("Expecting ':' delimiter")
            self.at += 1
            self.space()
            pairs.append((key, self.value()))
            c = self.space()
            if c == "}":
                break
            if c != ",":
                self.fail("Expecting ',' delimiter")
            self.at += 1
            c = self.space()
            if c == "}":
                self.fail("Expecting property name enclosed in double quotes")
        self.at += 1
        if self.pairs_hook is not None:
            return self.pairs_hook(pairs)
        return dict(pairs) if self.object_hook is None else self.object_hook(dict(pairs))


_WORDS = (
    ("null", None),
    ("true", True),
    ("false", False),
    ("NaN", float("nan")),
    ("Infinity", float("inf")),
    ("-Infinity", float("-inf")),
)


def dumps(obj, *, cls=None, **options):
    """The text of a value."""
    return (JSONEncoder if cls is None else cls)(**options).encode(obj)


def dump(obj, fp, *, cls=None, **options):
    """Writes the text of a value to a file."""
    for part in (JSONEncoder if cls is None else cls)(**options).iterencode(obj):
        fp.write(part)


def loads(s, **options):
    """The value of a text."""
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    if not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    reader = _Reader(s, options)
    reader.space()
    value = reader.value()
    reader.space()
    if reader.at != len(s):
        reader.fail("Extra data")
    return value


def load(fp, **options):
    """The value of a file's text."""
    return loads(fp.read(), **options)
