"""Regular expressions: tests of single characters."""


def _word(c):
    return c.isalnum() or c == "_"


def _ascii_word(c):
    return c.isascii() and (c.isalnum() or c == "_")


def _ascii_digit(c):
    return "0" <= c <= "9"


def _ascii_space(c):
    return c in " \t\n\r\f\v"


def category(letter, ascii):
    """The test of \\d, \\w, \\s and their opposites."""
    kind = letter.lower()
    if kind == "d":
        test = _ascii_digit if ascii else str.isdecimal
    elif kind == "w":
        test = _ascii_word if ascii else _word
    else:
        test = _ascii_space if ascii else str.isspace
    return test if kind == letter else lambda c: not test(c)


def fold_unicode(c):
    """What all characters that differ only by case have in common."""
    return c.upper().lower()


def fold_ascii(c):
    """The same if only ASCII letters have case."""
    return c.lower() if c.isascii() else c


def set_test(singles, ranges, tests, negated, fold):
    """The test of a set of characters; `fold` is None unless case is ignored."""

    def holds(c):
        return c in singles or any(low <= c <= high for low, high in ranges) or any(test(c) for test in tests)

    if fold is None:
        return lambda c: holds(c) != negated
    folded = {fold(c) for c in singles}

    def test(c):
        alike = fold(c)
        found = holds(c) or alike in folded or holds(alike)
        if not found and (fold is not fold_ascii or c.isascii()):
            found = len(alike.upper()) == 1 and holds(alike.upper())
        return found != negated

    return test
