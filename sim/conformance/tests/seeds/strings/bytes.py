# The methods of bytes and bytearray on random bytes, random changes, damaged encodings.
SEED = 0  # of 4
CASES = 60

ALPHABETS = [b"ab", b"abc \t\n", b"aAbBzZ019 _-", b"\r\n\x0b\x0c\x1cab ", b"'\"\\\n\xff\x00a"]
ENCODINGS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "ascii", "utf-8-sig"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace"]

state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1021 + 1) % 1048573
    return (state >> 3) % n


def data(most):
    letters = ALPHABETS[random(5)]
    items = []
    for i in range(random(most)):
        items.append(letters[random(len(letters))])
    if random(2):
        return bytes(items)
    return bytearray(items)


def part(source):
    if random(4) == 0 or not source:
        return data(4)
    start = random(len(source))
    return source[start : start + random(4)]


def attempt(name, function, *args):
    try:
        result = function(*args)
    except (ValueError, TypeError, IndexError) as error:
        print(name, args, type(error).__name__, error)
    else:
        print(name, args, ascii(result))


def search(source, sought):
    print(source, sought, len(source))
    attempt("find", source.find, sought, random(9) - 4)
    attempt("rfind", source.rfind, sought, random(9) - 4, random(20) - 9)
    attempt("index", source.index, random(128))
    attempt("count", source.count, sought)
    attempt("startswith", source.startswith, (sought, data(2)))
    attempt("endswith", source.endswith, sought)
    attempt("in", source.__contains__, sought)
    attempt("split", source.split, sought, random(4) - 1)
    attempt("split", source.split)
    attempt("rsplit", source.rsplit, None, random(4))
    attempt("splitlines", source.splitlines, random(2) == 0)
    attempt("partition", source.partition, sought)
    attempt("rpartition", source.rpartition, sought)
    attempt("strip", source.strip, sought)
    attempt("lstrip", source.lstrip)
    attempt("removeprefix", source.removeprefix, sought)
    attempt("removesuffix", source.removesuffix, sought)


def change(source, sought):
    attempt("replace", source.replace, sought, data(4))
    attempt("center", source.center, random(25), b"*")
    attempt("rjust", source.rjust, random(25))
    attempt("zfill", source.zfill, random(25))
    attempt("expandtabs", source.expandtabs, random(9))
    attempt("join", sought.join, [data(4), data(4), source])
    attempt("translate", source.translate, None, sought)
    attempt("mul", source.__mul__, random(4))
    attempt("add", source.__add__, sought)
    attempt("hex", source.hex, "-", random(9) - 4)
    attempt("capitalize", source.capitalize)
    attempt("isalnum", source.isalnum)
    attempt("isalpha", source.isalpha)
    attempt("isascii", source.isascii)
    attempt("isdigit", source.isdigit)
    attempt("islower", source.islower)
    attempt("isspace", source.isspace)
    attempt("istitle", source.istitle)
    attempt("isupper", source.isupper)
    attempt("lower", source.lower)
    attempt("swapcase", source.swapcase)
    attempt("title", source.title)
    attempt("upper", source.upper)
    attempt("hex", source.hex)
    other = part(source)
    print(source < other, source == bytes(source), source >= other, list(source[::2]))


def mutate(array):
    for i in range(6):
        kind = random(8)
        start = random(20) - 10
        stop = random(20) - 10
        if kind == 0:
            array.append(random(256))
        elif kind == 1:
            array.extend(data(5))
        elif kind == 2:
            array.insert(start, random(256))
        elif kind == 3:
            array[start:stop] = data(5)
        elif kind == 4:
            del array[start : stop : random(3) + 1]
        elif kind == 5:
            array[::2] = bytes(len(array[::2]))
        elif kind == 6:
            attempt("pop", array.pop, start)
        else:
            array.reverse()
        print(array)


def code(text):
    encoding = ENCODINGS[random(8)]
    errors = HANDLERS[random(4)]
    attempt("encode", text.encode, encoding, errors)
    damaged = bytearray(text.encode(ENCODINGS[random(5)]))
    for i in range(random(3)):
        if damaged:
            damaged[random(len(damaged))] = random(256)
    attempt("decode", bytes(damaged).decode, encoding, errors)
    attempt("decode", damaged.decode, "utf-8", errors)


for case in range(CASES):
    source = data(20)
    sought = part(source)
    search(source, sought)
    change(source, sought)
    mutate(bytearray(source))
    letters = "abé€🐍\x80\uffff"
    code("".join([letters[random(7)] for i in range(random(8))]))
