"""Methods of builtin types with arguments of other types, too many of them, and other keywords."""


class Index:
    def __index__(self):
        return 1

    def __repr__(self):
        return "Index()"


def attempt(name, call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as error:
        print(name, args, kwargs, "->", type(error).__name__, error)
    else:
        print(name, args, kwargs, "->", repr(result))


values = (None, True, 1, -1, 1.5, "a", b"a", [], (1,), 1 << 70, Index())
for thing in ("a\nb", b"a\nb", bytearray(b"a\nb")):
    for value in values:
        attempt("splitlines", thing.splitlines, value)
        attempt("expandtabs", thing.expandtabs, value if value != 1 << 70 else 0)
    attempt("splitlines", thing.splitlines, 1, 2)
    attempt("splitlines", thing.splitlines, keepends=1)
    attempt("splitlines", thing.splitlines, sep=1)
    attempt("split", thing.split, None, 1, 2)
    attempt("split", thing.split, x=1)
    attempt("expandtabs", thing.expandtabs, 1, 2)
    attempt("upper", thing.upper, 1)
    attempt("upper", thing.upper, x=1)
for thing in ([3, 1, 2], (3, 1, 2)):
    for value in values:
        attempt("index", thing.index, 1, value)
        attempt("index", thing.index, 2, 0, value)
attempt("sort", [2, 1].sort, 1)
attempt("sort", [2, 1].sort, None, True)
attempt("sort", [2, 1].sort, cmp=1)
for thing in ([1], {1: 2}, {1}, frozenset({1})):
    attempt("copy", thing.copy, 1)
    attempt("copy", thing.copy, x=1)
attempt("clear", {}.clear, x=1)
attempt("keys", {}.keys, x=1)
attempt("popitem", {}.popitem, x=1)
attempt("pop", set().pop, x=1)
for value in values:
    attempt("to_bytes", (5).to_bytes, value if value != 1 << 70 else 3, "little")
    attempt("to_bytes", (5).to_bytes, 2, value if value is not None else 0)
attempt("to_bytes", (5).to_bytes, 1, "big", True)
attempt("to_bytes", (5).to_bytes, size=1)
for thing in (True, 5, 1.5, "a", b"a", bytearray(b"a"), [1], (1,), {1: 2}, {1}, 1j, range(2), slice(1)):
    for spec in ("", "x", 1.5, [], b""):
        attempt("format", thing.__format__, spec)
attempt("sum", sum, [1], 2, 3)
attempt("round", round, 1, 2, 3)
attempt("pow", pow, 1, 2, 3, 4)
attempt("sorted", sorted, [1], 2)
attempt("print", print, 1, x=2)
attempt("bytes", bytes, 1, 2, 3, 4)
attempt("bytearray", bytearray, 1, 2, 3, 4)
attempt("list", list, 1, 2)
attempt("dict", dict, 1, 2)
attempt("enumerate", enumerate, [], 1, 2)
attempt("str", str, 1, 2, 3, 4)
attempt("int", int, "1", 2, 3)
attempt("complex", complex, 1, 2, 3)
attempt("float", float, 1, 2)
