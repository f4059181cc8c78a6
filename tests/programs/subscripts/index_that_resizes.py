# An __index__ that changes the sequence that it is an index of: the length that counts is the
# one after it.


class Index:
    def __init__(self, value, action):
        self.value = value
        self.action = action

    def __index__(self):
        self.action()
        return self.value


def show(name, f, *args):
    try:
        print(name, f(*args))
    except (IndexError, ValueError, TypeError) as error:
        print(name, type(error).__name__, error)


def shown(y):
    return y[:6], len(y)


def get(y, i):
    return y[i]


def tail(y, i):
    return y[i:], len(y)


def head(y, i):
    return y[:i], len(y)


def steps(y, i):
    return y[::i], len(y)


def store(y, i):
    y[i] = 9
    return shown(y)


def store_tail(y, i):
    y[i:] = AB
    return shown(y)


def store_part(y, i):
    y[1:i] = AB
    return shown(y)


def store_steps(y, i):
    y[::i] = AB
    return shown(y)


def delete(y, i):
    del y[i]
    return shown(y)


def delete_tail(y, i):
    del y[i:]
    return shown(y)


def delete_steps(y, i):
    del y[::i]
    return shown(y)


def insert(y, i):
    y.insert(i, 3)
    return shown(y)


def pop(y, i):
    return y.pop(i), shown(y)


def repeat(y, i):
    return shown(y * i), len(y)


def repeat_in_place(y, i):
    y *= i
    return shown(y)


def find_from(y, i):
    return y.index(3, i)


def find_to(y, i):
    return y.index(3, 0, i)


def both_bounds(y, i):
    return y[i:i], y[slice(i, None, i)]


# CPython asks for the bounds twice if it is no bytearray.
AB = bytearray(b"ab")
EVERY = (
    get, tail, head, steps, store, store_tail, store_part, store_steps, delete, delete_tail,
    delete_steps, insert, pop, repeat, repeat_in_place, find_from, find_to, both_bounds,
)
# What CPython does with the bytes that were there before.
UNDEFINED = (store, store_steps, delete_steps, find_from, find_to)


def tried(make, without):
    for name in ("clear", "grow"):
        for value in (0, 2, -1, 5, -5):
            for f in EVERY:
                if f in without:
                    continue
                y = make([1, 2, 3, 4])
                action = y.clear if name == "clear" else lambda: y.extend([7] * 50)
                show(f"{name} {f.__name__} {value}", f, y, Index(value, action))


tried(list, ())
tried(bytearray, UNDEFINED)

# Arguments of a bytearray's methods.
METHODS = {
    "append": lambda y, i: y.append(i),
    "insert": lambda y, i: y.insert(1, i),
    "extend": lambda y, i: y.extend([1, i]),
    "remove": lambda y, i: y.remove(i),
    "slice": lambda y, i: y.__setitem__(slice(1, 3), [1, i, 2]),
    "center": lambda y, i: y.center(i),
    "zfill": lambda y, i: y.zfill(i),
    "ljust": lambda y, i: y.ljust(i, b"."),
    "split": lambda y, i: y.split(None, i),
    "replace": lambda y, i: y.replace(b"b", b"xx", i),
    "expandtabs": lambda y, i: y.expandtabs(i),
    "memoryview": lambda y, i: memoryview(y)[i],
}
for method, f in METHODS.items():
    for name in ("clear", "grow"):
        for value in (0, 3, 9, 65, 300, -1):
            y = bytearray(b"ab\tcA")
            action = y.clear if name == "clear" else lambda: y.extend(b"...")
            show(f"{method} {name} {value}", lambda: (f(y, Index(value, action)), y))

# A search reads the bytes after its bounds were asked for.
y = bytearray(b"abcA")
print(y.find(b"A", 0, Index(4, y.clear)), y.count(b"", Index(0, y.clear)), y.rfind(Index(65, y.clear)))
y = bytearray(b"abcA")
print(y.startswith(b"abc", Index(0, y.clear)), y.endswith((b"", b"A"), 0, Index(1, y.clear)))
y = bytearray(b"abcA")
print(y.count(Index(65, y.clear)), Index(65, y.clear) in y)

# A view that is released while it is asked.
for value in (0, 3, 65, -1):
    y = memoryview(bytearray(b"abcA"))
    show(f"get {value}", get, y, Index(value, y.release))
    y = memoryview(bytearray(b"abcA"))
    show(f"store {value}", store, y, Index(value, y.release))
    y = memoryview(bytearray(b"abcA"))
    show(f"store value {value}", lambda: y.__setitem__(0, Index(value, y.release)))

# What is made of the items of a list that one of them changes.
for make in (bytes, bytearray, sum, list, tuple):
    y = [1, 2, 3]
    y[1] = Index(5, y.clear)
    show(make.__name__, lambda: len(make(y)) if make is not sum else make(y))
show("range", lambda: len(range(Index(1, y.clear), Index(9, y.clear), Index(2, y.clear))))
y = [1, 2, 3]
show("indices", lambda: (slice(Index(1, y.clear), None, Index(1, y.clear)).indices(len(y)), y))
