"""Traps of comparisons: at least one operand is no number."""


@trap("eq", "jeq", "fjeq")
def equal(a, b):
    """Strings are equal if their characters are, anything else if it is the same."""
    if tag(a) == STR and tag(b) == STR:
        return compare_strings(a, b) == 0
    return a is b


@trap("ne", "jne", "fjne")
def not_equal(a, b):
    return not equal(a, b)


@trap("lt", "jlt", "fjlt")
def less(a, b):
    return order(a, b, "<") < 0


@trap("le", "jle", "fjle")
def less_or_equal(a, b):
    return order(a, b, "<=") <= 0


@trap("gt", "jgt", "fjgt")
def greater(a, b):
    return order(a, b, ">") > 0


@trap("ge", "jge", "fjge")
def greater_or_equal(a, b):
    return order(a, b, ">=") >= 0


def order(a, b, symbol):
    """The order of two strings; nothing else that comes here has one."""
    if tag(a) == STR and tag(b) == STR:
        return compare_strings(a, b)
    report("TypeError: '")
    report(symbol)
    report("' not supported between instances of '")
    report_type(a)
    report("' and '")
    report_type(b)
    report("'")
    fail()


@trap("truth", "jt", "jf")
def truth(value, ignored):
    """The truth of what is neither number nor None."""
    if tag(value) == STR:
        return length(value) != 0
    return True


@trap("not")
def trap_not(value, ignored):
    return not truth(value, 0)
