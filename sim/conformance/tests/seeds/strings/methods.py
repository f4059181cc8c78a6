# Every method of str on random strings of all widths.
SEED = 0  # of 4
CASES = 60

ALPHABETS = [
    "ab",
    "abc \t\n",
    "aAbBzZ019 _-",
    "aéÉßÿµ ",
    "aΣσςΑ\u0301'. b",
    "ǆǅǄaA1²½٣Ⅷ",
    "a🐍𐐀𐐨z",
    "\r\n\x0b\x0c\x1c\x85\u2028ab ",
    "ŉİıſﬁΐaA",
    "\x00\x01\x7f\x80\xffĀ\uffff\U00010000\U0010ffff",
]

state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1021 + 1) % 1048573
    return (state >> 3) % n


def string(most):
    letters = ALPHABETS[random(10)]
    chars = []
    for i in range(random(most)):
        chars.append(letters[random(len(letters))])
    return "".join(chars)


def part(text):
    if random(4) == 0 or not text:
        return string(4)
    start = random(len(text))
    return text[start : start + random(4)]


def attempt(name, function, *args):
    try:
        result = function(*args)
    except (ValueError, TypeError, IndexError) as error:
        print(name, ascii(args), type(error).__name__, error)
    else:
        print(name, ascii(args), ascii(result))


def search(text, sought):
    attempt("find", text.find, sought)
    attempt("find", text.find, sought, random(9) - 4)
    attempt("rfind", text.rfind, sought, random(9) - 4, random(20) - 9)
    attempt("index", text.index, sought)
    attempt("rindex", text.rindex, sought, random(9) - 4)
    attempt("count", text.count, sought)
    attempt("count", text.count, sought, random(9) - 4, random(20) - 9)
    attempt("startswith", text.startswith, sought, random(9) - 4)
    attempt("endswith", text.endswith, (string(3), sought))
    attempt("in", text.__contains__, sought)


def divide(text, sought):
    attempt("split", text.split)
    attempt("split", text.split, sought)
    attempt("split", text.split, None, random(4))
    attempt("rsplit", text.rsplit, sought, random(4) - 1)
    attempt("rsplit", text.rsplit, None, random(4))
    attempt("splitlines", text.splitlines, random(2) == 0)
    attempt("partition", text.partition, sought)
    attempt("rpartition", text.rpartition, sought)
    attempt("strip", text.strip)
    attempt("strip", text.strip, sought)
    attempt("lstrip", text.lstrip, string(3))
    attempt("rstrip", text.rstrip, sought)
    attempt("removeprefix", text.removeprefix, sought)
    attempt("removesuffix", text.removesuffix, sought)


def change(text, sought):
    attempt("replace", text.replace, sought, string(4))
    attempt("replace", text.replace, sought, string(4), random(4) - 1)
    attempt("center", text.center, random(25), "*")
    attempt("ljust", text.ljust, random(25), "é")
    attempt("rjust", text.rjust, random(25), sought)
    attempt("zfill", ("+" + text).zfill, random(25))
    attempt("zfill", text.zfill, random(25))
    attempt("expandtabs", text.replace("a", "\t").expandtabs, random(9))
    attempt("join", sought.join, [string(4), string(4), text])
    attempt("translate", text.translate, {97: None, 98: "xyz", 233: 8364})
    attempt("mul", text.__mul__, random(4))
    attempt("add", text.__add__, sought)


def shape(text):
    attempt("capitalize", text.capitalize)
    attempt("casefold", text.casefold)
    attempt("isalnum", text.isalnum)
    attempt("isalpha", text.isalpha)
    attempt("isascii", text.isascii)
    attempt("isdecimal", text.isdecimal)
    attempt("isdigit", text.isdigit)
    attempt("isidentifier", text.isidentifier)
    attempt("islower", text.islower)
    attempt("isnumeric", text.isnumeric)
    attempt("isprintable", text.isprintable)
    attempt("isspace", text.isspace)
    attempt("istitle", text.istitle)
    attempt("isupper", text.isupper)
    attempt("lower", text.lower)
    attempt("swapcase", text.swapcase)
    attempt("title", text.title)
    attempt("upper", text.upper)


def take(text):
    start = random(20) - 10
    stop = random(20) - 10
    step = random(6) - 3
    if step == 0:
        step = None
    print("slice", ascii(text), start, stop, step, ascii(text[start:stop:step]))
    for i, c in enumerate(text):
        if text[i] != c or text[i - len(text)] != c or chr(ord(c)) != c:
            print("item", i)
    other = text[: random(8)] + string(3)
    print(text < other, text <= other, text == other, text != other, text > other, text >= other)
    print(hash(text) == hash(text[:3] + text[3:]), {text: 1}.get(text[:5] + text[5:]))


for case in range(CASES):
    text = string(20)
    sought = part(text)
    search(text, sought)
    divide(text, sought)
    change(text, sought)
    shape(text)
    shape(chr(random(1024)) + chr(random(0x3000)))
    take(text)
