"""Text: wrapping, tables, templates, CSV, key-value files, word counts, string methods."""
from collections import Counter
from string import Template


def wrap(text, width):
    line = []
    size = 0
    for word in text.split():
        if size + len(line) + len(word) > width and line:
            yield " ".join(line)
            line, size = [], 0
        line.append(word)
        size += len(word)
    if line:
        yield " ".join(line)


def justify(lines, width):
    *most, last = lines
    for line in most:
        words = line.split()
        if len(words) == 1:
            yield line
            continue
        gaps, extra = divmod(width - sum(map(len, words)), len(words) - 1)
        yield "".join(w + " " * (gaps + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]
    yield last


def parse_csv(text, delimiter=","):
    rows, row, cell, quoted = [], [], "", False
    i = 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"':
                cell += c
                i += 1
            elif c == '"':
                quoted = False
            else:
                cell += c
        elif c == '"':
            quoted = True
        elif c == delimiter:
            row.append(cell)
            cell = ""
        elif c == "\n":
            rows.append(row + [cell])
            row, cell = [], ""
        else:
            cell += c
        i += 1
    return rows


def table(rows, align="<>^"):
    widths = [max(map(len, column)) for column in zip(*rows)]
    rule = "+".join("-" * (w + 2) for w in widths).join("++")
    out = [rule]
    for n, row in enumerate(rows):
        cells = (f" {cell:{align[i % len(align)]}{w}} " for i, (cell, w) in enumerate(zip(row, widths)))
        out.append(f"|{'|'.join(cells)}|")
        if n in (0, len(rows) - 1):
            out.append(rule)
    return "\n".join(out)


def parse_config(text):
    config, section = {}, None
    for n, raw in enumerate(text.splitlines(), 1):
        line, *_ = raw.split("#", 1)
        match line.split():
            case []:
                continue
            case [name] if name.startswith("[") and name.endswith("]"):
                section = config.setdefault(name[1:-1], {})
            case [key, "=", *value] if section is not None:
                value = " ".join(value)
                for convert in (int, float, {"yes": True, "no": False}.__getitem__):
                    try:
                        section[key] = convert(value)
                        break
                    except (ValueError, KeyError):
                        pass
                else:
                    section[key] = value
            case _:
                raise SyntaxError(f"line {n}: {raw!r}")
    return config


TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness - "it was" said the narrator; the epoch of belief."""
for line in justify(list(wrap(TEXT, 38)), 38):
    print(f"|{line:<38}|")
words = Counter(w.strip('.,;-"').lower() for w in TEXT.split())
del words[""]
for word, n in sorted(words.items(), key=lambda p: (-p[1], p[0]))[:6]:
    print(f"{word:.<12}{n:>3} {'#' * n}")
rows = parse_csv('name,qty,"unit price"\nbolt,10,0.5\n"nut, hex",200,"1,25"\n"say ""hi""",3,\n')
print(rows)
print(table(rows))
config = parse_config("[server]\nhost = example.org  # comment\nport = 8080\nrate = 0.5\ndebug = yes\n\n[client]\nname = the big one\n")
print(config)
try:
    parse_config("x = 1")
except SyntaxError as error:
    print(type(error).__name__, error)
print(Template("$name owes $$${amount}").substitute(name="Tim", amount=5), "{0:>{1}}|{name!r:^8}|{2[k]}|{3.real}".format("a", 5, {"k": "v"}, 3 + 4j, name="n"))
print("%-10s|%05.1f|%+d|%x|%r|%c|%%|%s" % ("left", 3.14159, 5, 255, "q", 65, [1]), "%(a)s-%(b)03d" % {"a": 1, "b": 2})
s = "Hello, Wörld ñ"
print(s.upper(), s.swapcase(), s.casefold(), s.encode(), s.encode("latin-1", "replace"), s.isascii(), s.title(), s[::-1], s.center(20, "*"), s.partition(", "), s.rfind("l"))
print("a-b_c d".translate(str.maketrans("-_", "  ", "d")).split(), "tab\tsep".expandtabs(8), "x=1;y=2".split(";"), "  pad ".strip(), "abcabc".replace("b", "X", 1), "aXbX".rsplit("X", 1), "line1\nline2\r\nline3".splitlines(), "abc".join("--"))
print("ß".upper(), "ǅ".lower(), "İ".lower().encode(), "10".zfill(5), "-3".zfill(4), "abc" < "abd", "a" * 3, "é" == "é", "\N{BULLET}", "tést".isidentifier(), "Ⅷ".isnumeric(), "٣".isdigit(), int("٣"))
print(f"{3.14159:.2e} {1e10:g} {123456789:_} {0.1 + 0.2!r} {1 / 3:.3%} {True:d} {None!s:>6} {'nested ' + f'{1 + 1}'} {255:#010x} {-5:+} {1234.5:,.1f} {'x':*^5} {2**64:e}")
print(repr("tab\t nl\n quote' \" \\ \x00 \x7f é \u200b 😀"), ascii("é😀"), "a,b,,c".split(","), " a  b ".split(), "".split(), "".split(","), "abc".find(""), "Abc".istitle(), max("hello"), sorted("hello"))
