"""Did you mean: names that are like one that was not found, as CPython chooses them."""

MOVE_COST = 2
CASE_COST = 1
MAX_NAMES = 750
MAX_LENGTH = 40


class similar_names:
    """Can exist if an exception can be about an attribute that is missing."""


def suggestion(exception):
    """What the last line of a traceback says about similar names, or ""."""
    if exists(NameError) and tag(ld(exception, EXC_OTHER)) == STR:
        if is_instance(exception, class_named(cid_of(NameError))):
            return f". Did you mean: '{ld(exception, EXC_OTHER)}'?"
    if exists(similar_names) and is_instance(exception, class_named(cid_of(AttributeError))):
        return similar_attribute(exception)
    return ""


def similar_attribute(exception):
    """The same for an attribute that is missing."""
    name = ld(exception, EXC_VALUE)
    if tag(name) != STR or ld(exception, EXC_OTHER) is None:
        return ""
    try:
        names = list_of(special0(ld(exception, EXC_OTHER), "__dir__"))
        sort_list(names, None, False)
        best = closest(name, names)
    except Exception:
        return ""
    if best is None:
        return ""
    return f". Did you mean: '{best}'?"


def closest(name, names):
    """The name at the smallest distance, None if none is close enough."""
    count = ld(names, LIST_LENGTH)
    length = ld(name, STR_LENGTH)
    if count > MAX_NAMES or length > MAX_LENGTH:
        return None
    best = None
    least = 0
    for i in range(count):
        candidate = ld(ld(names, LIST_STORAGE), STORAGE_ITEMS + i)
        if tag(candidate) == STR and not str_equal(candidate, name):
            other = ld(candidate, STR_LENGTH)
            limit = (length + other + 3) * MOVE_COST // 6
            if best is not None and least - 1 < limit:
                limit = least - 1
            found = distance(name, candidate, limit)
            if found <= limit and (best is None or found < least):
                best = candidate
                least = found
    return best


def distance(a, b, limit):
    """The Levenshtein distance of two names, where a change of case costs half of any
    other; a number above the limit if it is greater."""
    if limit < 0:
        return limit + 1
    n = ld(a, STR_LENGTH)
    m = ld(b, STR_LENGTH)
    if n > MAX_LENGTH or m > MAX_LENGTH:
        return limit + 1
    row = new_list(m + 1)
    cells = ld(row, LIST_STORAGE)
    for j in range(m + 1):
        st(cells, STORAGE_ITEMS + j, j * MOVE_COST)
    for i in range(n):
        diagonal = i * MOVE_COST
        left = diagonal + MOVE_COST
        st(cells, STORAGE_ITEMS, left)
        for j in range(m):
            above = ld(cells, STORAGE_ITEMS + j + 1)
            best = diagonal + substitution(char_at(a, i), char_at(b, j))
            if above + MOVE_COST < best:
                best = above + MOVE_COST
            if left + MOVE_COST < best:
                best = left + MOVE_COST
            diagonal = above
            left = best
            st(cells, STORAGE_ITEMS + j + 1, best)
    return ld(cells, STORAGE_ITEMS + m)


def substitution(a, b):
    """The cost of one character instead of another."""
    if a == b:
        return 0
    if a ^ 32 == b and 97 <= a | 32 <= 122:
        return CASE_COST
    return MOVE_COST
