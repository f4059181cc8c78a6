# Methods of builtin classes, called with something else or made from something else.


def show(what):
    try:
        print(repr(what()))
    except Exception as e:
        print(type(e).__name__, e)


class List(list):
    pass


class Str(str):
    pass


values = [5, None, 2**100, 1.5, "x", [1], {1: 2}, List([4]), int]
for value in values:
    show(lambda: BaseException.__str__(value))
    show(lambda: ValueError.__repr__(value))
    show(lambda: BaseException.__init__(value, 1))
    show(lambda: OSError.__init__(value, 1))
    show(lambda: BaseException.with_traceback(value, None))
    show(lambda: UnicodeDecodeError.__str__(value))
    show(lambda: ExceptionGroup.derive(value, []))
    show(lambda: dict.__init__(value))
    show(lambda: bytearray.__init__(value))
    show(lambda: bytearray.__repr__(value))
    show(lambda: property.__init__(value))
    show(lambda: property.getter(value, None))
    show(lambda: object.__format__(1, value))
    for cls in (int, str, list, dict, tuple, set, float, bytes, bytearray, frozenset, complex):
        if value != value.__class__:
            show(lambda: cls.__new__(value))


class Alien:
    __str__ = BaseException.__str__


show(lambda: str(Alien()))

# Names of attributes that are no plain strings.
for x in ({1, 2}, 5, Alien()):
    show(lambda: x.__getattribute__(Str("s")))

# Errors of encoding, whose arguments are indices of text.
for make in (
    lambda: UnicodeDecodeError("utf-8", b"abc", 0, 1, "r"),
    lambda: UnicodeDecodeError("utf-8", b"abc", 1, 3, "r"),
    lambda: UnicodeDecodeError("utf-8", b"abc", 100000, 100001, "r"),
    lambda: UnicodeDecodeError("utf-8", bytearray(b"abc"), True, 2, "r"),
    lambda: UnicodeDecodeError("utf-8", 5, 0, 1, "r"),
    lambda: UnicodeDecodeError(5, b"abc", 0, 1, "r"),
    lambda: UnicodeEncodeError("utf-8", "abc", 1.5, 2, "r"),
    lambda: UnicodeEncodeError("utf-8", "ab\xe9\u20ac", 2, 3, "r"),
    lambda: UnicodeEncodeError("utf-8", "ab\xe9\u20ac", 3, 4, "r"),
    lambda: UnicodeTranslateError("abc", 0, 2, "r"),
    lambda: UnicodeTranslateError("abc", 0, 1, "r"),
    lambda: UnicodeTranslateError("abc", 0, 2, None),
):
    show(make)
    show(lambda: str(make()))


def rewritten():
    e = UnicodeDecodeError("utf-8", b"abc", 0, 1, "r")
    e.args = ()
    return str(e), e.start, e.object, e.reason


show(rewritten)
