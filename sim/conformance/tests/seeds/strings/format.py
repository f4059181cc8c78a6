# Random specifications, replacement fields and % conversions.
SEED = 0  # of 4
CASES = 150

VALUES = [0, 1, -5, 255, 10**12, -(2**31), True, None, "a", "é€", "", "long text", (1,), [1, "b"], b"x"]
FLOATS = [0.0, 1.5, -2.25, 1e10, 3.14159, 1e-5, -0.0]
FIELDS = ["", "0", "1", "a", "b", "0.real", "a[0]", "[0]", "2", "x"]
CHARACTERS = "ab{}é'\"\\\n\t\x00\x7f\x80€🐍 z"

state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1021 + 1) % 1048573
    return (state >> 3) % n


def choice(items):
    return items[random(len(items))]


def value():
    if random(5) == 0:
        return choice(FLOATS)
    return choice(VALUES)


def text(most):
    return "".join([choice(CHARACTERS) for i in range(random(most))])


def spec():
    result = choice(["", "", "<", ">", "^", "*^", "é<", "=", "+", "-", " ", "0", "#"])
    result += choice(["", "", "5", "10", "05"]) + choice(["", "", "", ".2", ".", ",", "_"])
    return result + choice(["", "", "s", "d", "x", "f", "e", "g", "q", "c", "b", "%"])


def attempt(name, function, *args):
    try:
        result = function(*args)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError) as error:
        print(name, ascii(args), type(error).__name__, ascii(str(error)))
    else:
        print(name, ascii(args), ascii(result))


def field():
    kind = random(8)
    if kind == 0:
        return text(4)
    if kind == 1:
        return choice(["{{", "}}", "{", "}"])
    result = "{" + choice(FIELDS) + choice(["", "", "!r", "!s", "!a", "!x"])
    return result + choice(["", ":" + spec(), ":{c}", ":>{c}", ":{c}{d}"]) + "}"


def conversion():
    result = "%" + choice(["", "", "", "(a)", "(b)"]) + choice(["", "-", "0", "+", " ", "#"])
    result += choice(["", "", "5", "12"]) + choice(["", "", ".2"])
    return result + choice(["s", "s", "r", "a", "c", "d", "i", "x", "o", "f", "e", "g", "q", "%"])


def several(make):
    return "".join([make() + text(3).replace("%", "") for i in range(random(4))])


def format_fields(template, args, names):
    return template.format(*args, **names)


def percent(template, args):
    return template % args


print((1).real, 1.5.real)
for case in range(CASES):
    source = text(12)
    print(repr(source), ascii(source), str(source) == source)
    attempt("format", format, value(), spec())
    attempt("format", format, choice(["abc", "é", ""]), spec())
    args = [value() for i in range(random(4))]
    names = {"a": value(), "b": value(), "c": random(9), "d": choice("dfsx")}
    attempt("fields", format_fields, several(field), args, names)
    template = several(conversion)
    attempt("percent", percent, template, tuple(args))
    attempt("percent", percent, template, names)
    attempt("percent", percent, template, value())
