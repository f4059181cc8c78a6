"""A parser and a printer for JSON-like text, with positions in its errors."""


class JsonError(ValueError):
    def __init__(self, message, text, at):
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        super().__init__(f"{message}: line {line} column {column} (char {at})")
        self.at = at


ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
WORDS = {"true": True, "false": False, "null": None}


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self, message):
        raise JsonError(message, self.text, self.at)

    def skip(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\r\n":
            self.at += 1

    def peek(self):
        self.skip()
        return self.text[self.at:self.at + 1]

    def expect(self, character):
        if self.peek() != character:
            self.fail(f"Expecting {character!r}")
        self.at += 1

    def value(self):
        match self.peek():
            case "{":
                return self.object()
            case "[":
                return self.array()
            case '"':
                return self.string()
            case c if c and (c in "-" or c.isdigit()):
                return self.number()
            case _:
                for word, value in WORDS.items():
                    if self.text.startswith(word, self.at):
                        self.at += len(word)
                        return value
                self.fail("Expecting value")

    def array(self):
        self.expect("[")
        items = []
        while self.peek() != "]":
            if items:
                self.expect(",")
            items.append(self.value())
        self.at += 1
        return items

    def object(self):
        self.expect("{")
        result = {}
        while self.peek() != "}":
            if result:
                self.expect(",")
            if self.peek() != '"':
                self.fail("Expecting property name enclosed in double quotes")
            key = self.string()
            self.expect(":")
            result[key] = self.value()
        self.at += 1
        return result

    def string(self):
        self.expect('"')
        parts = []
        while True:
            c = self.text[self.at:self.at + 1]
            self.at += 1
            if c == '"':
                return "".join(parts)
            elif not c:
                self.fail("Unterminated string")
            elif c == "\\":
                c = self.text[self.at]
                self.at += 1
                if c == "u":
                    parts.append(chr(int(self.text[self.at:self.at + 4], 16)))
                    self.at += 4
                    continue
                c = ESCAPES[c]
            parts.append(c)

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-.eE0123456789":
            self.at += 1
        text = self.text[start:self.at]
        return float(text) if set(text) & set(".eE") else int(text)


def parse(text):
    parser = Parser(text)
    value = parser.value()
    if parser.peek():
        parser.fail("Extra data")
    return value


def show(value, indent=0):
    pad = "  " * indent
    if isinstance(value, dict):
        lines = [f'{pad}  "{key}": {show(item, indent + 1).lstrip()}' for key, item in sorted(value.items())]
        return pad + "{\n" + ",\n".join(lines) + "\n" + pad + "}"
    if isinstance(value, list):
        return pad + "[" + ", ".join(show(item).strip() for item in value) + "]"
    return pad + {True: "true", False: "false", None: "null"}.get(value, repr(value)) if not isinstance(value, (int, float, str)) or isinstance(value, bool) else pad + repr(value)


TEXT = """
{ "name": "sensor \\u00e9\\n", "ids": [1, -2, 30000000000000000000],
  "limits": {"low": -1.5e-3, "high": 2.0}, "on": true, "off": false, "none": null, "empty": [[], {}] }
"""
tree = parse(TEXT)
print(tree)
print(show(tree))
for wrong in "", "[1,", '{"a" 1}', '["\n', "[1] 2", "{1: 2}", "nul":
    try:
        print(parse(wrong))
    except JsonError as error:
        print(type(error).__name__, error, error.at)
