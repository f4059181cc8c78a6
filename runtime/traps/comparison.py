"""Comparisons that the hardware leaves to software: at least one operand is no number, or
a number is not an INT.

What has no rule of its own asks the methods of both operands' types, which may give any
object; the traps of comparing branches want its truth."""

LESS = 0
LESS_OR_EQUAL = 1
GREATER = 2
GREATER_OR_EQUAL = 3


def is_number(x):
    """True for an int or bool of any size."""
    kind = tag(x)
    return kind == INT or kind == BOOL or kind == BIGINT


@trap("eq")
def compare_eq(a, b):
    """a == b"""
    kind = tag(a)
    if kind == tag(b):
        if kind == STR:
            return str_equal(a, b)
        if is_a(a, FLOAT):
            return float_eq(a, b)
        if is_a(a, TUPLE):
            return tuple_equal(a, b)
        if is_a(a, LIST):
            return list_equal(a, b)
        if is_a(a, DICT):
            return dict_equal(a, b)
        if is_a(a, BIGINT):
            return int_compare(a, b) == 0
        if kind < CLASS:
            return a is b
    elif kind < CLASS and tag(b) < CLASS:
        if is_a(a, FLOAT):
            return is_number(b) and float_eq(a, b)
        if is_a(b, FLOAT):
            return is_number(a) and float_eq(a, b)
        # An INT and a BOOL; a BIGINT is equal to neither.
        return kind <= BOOL and tag(b) <= BOOL and retag(a, INT) == retag(b, INT)
    result = compare_by_methods(a, b, "__eq__", "__eq__")
    if result is NotImplemented:
        return a is b
    return result


@trap("ne")
def compare_ne(a, b):
    """a != b"""
    if tag(a) < CLASS and tag(b) < CLASS:
        return not compare_eq(a, b)
    result = compare_by_methods(a, b, "__ne__", "__ne__")
    if result is NotImplemented:
        return a is not b
    return result


@trap("jeq", "fjeq")
def test_eq(a, b):
    """The truth of a == b."""
    if tag(a) == STR and tag(b) == STR:
        return str_equal(a, b)
    return truth(compare_eq(a, b))


@trap("jne", "fjne")
def test_ne(a, b):
    """The truth of a != b."""
    if tag(a) == STR and tag(b) == STR:
        return not str_equal(a, b)
    return truth(compare_ne(a, b))


def equals(a, b):
    """True if a is b or a == b: what containers mean by equality."""
    if a is b:
        return True
    kind = tag(a)
    if kind == STR and tag(b) == STR:
        return str_equal(a, b)
    if kind == INT and tag(b) == INT:
        return False
    return truth(compare_eq(a, b))


@trap("lt")
@trap("jlt", "fjlt")
def compare_lt(a, b):
    """a < b; its truth for a branch"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_lt(a, b)
    result = order(a, b, LESS)
    if handles("jlt"):
        return truth(result)
    return result


@trap("le")
@trap("jle", "fjle")
def compare_le(a, b):
    """a <= b; its truth for a branch"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_le(a, b)
    result = order(a, b, LESS_OR_EQUAL)
    if handles("jle"):
        return truth(result)
    return result


@trap("gt")
@trap("jgt", "fjgt")
def compare_gt(a, b):
    """a > b; its truth for a branch"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_lt(b, a)
    result = order(a, b, GREATER)
    if handles("jgt"):
        return truth(result)
    return result


@trap("ge")
@trap("jge", "fjge")
def compare_ge(a, b):
    """a >= b; its truth for a branch"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_le(b, a)
    result = order(a, b, GREATER_OR_EQUAL)
    if handles("jge"):
        return truth(result)
    return result


def order(a, b, operator):
    """One of the four comparisons of order."""
    if is_a(a, FLOAT):
        if is_a(b, FLOAT) or is_number(b):
            return float_order(a, b, operator)
    elif is_a(b, FLOAT):
        if is_number(a):
            return float_order(a, b, operator)
    kind = tag(a)
    if kind == STR:
        if tag(b) == STR:
            return int_order(str_compare(a, b), 0, operator)
    elif is_a(a, TUPLE):
        if is_a(b, TUPLE):
            return tuple_order(a, b, operator)
    elif is_a(a, LIST):
        if is_a(b, LIST):
            return list_order(a, b, operator)
    elif kind <= BOOL and tag(b) <= BOOL:
        return int_order(retag(a, INT), retag(b, INT), operator)
    elif is_number(a) and is_number(b):
        return int_order(int_compare(a, b), 0, operator)
    return order_by_methods(a, b, operator)


def int_order(a, b, operator):
    """The comparison of two INTs."""
    if operator == LESS:
        return a < b
    if operator == LESS_OR_EQUAL:
        return a <= b
    if operator == GREATER:
        return a > b
    return a >= b


def float_order(a, b, operator):
    """The comparison of two numbers of which one is a float."""
    if operator == LESS:
        return float_lt(a, b)
    if operator == LESS_OR_EQUAL:
        return float_le(a, b)
    if operator == GREATER:
        return float_lt(b, a)
    return float_le(b, a)


def order_by_methods(a, b, operator):
    """The comparison by the operands' methods; TypeError if they have none."""
    if operator == LESS:
        result = compare_by_methods(a, b, "__lt__", "__gt__")
        symbol = "<"
    elif operator == LESS_OR_EQUAL:
        result = compare_by_methods(a, b, "__le__", "__ge__")
        symbol = "<="
    elif operator == GREATER:
        result = compare_by_methods(a, b, "__gt__", "__lt__")
        symbol = ">"
    else:
        result = compare_by_methods(a, b, "__ge__", "__le__")
        symbol = ">="
    if result is NotImplemented:
        raise TypeError(
            f"'{symbol}' not supported between instances of "
            f"'{type_name(a)}' and '{type_name(b)}'"
        )
    return result


@names
def compare_by_methods(a, b, name, reflected):
    """What the method of one operand or the reflected one of the other returns, or
    NotImplemented. A subclass of the left operand's class comes first."""
    reversed_first = derives_from(b, a)
    if reversed_first:
        result = special1(b, reflected, a)
        if result is not NotImplemented and result is not END:
            return result
    result = special1(a, name, b)
    if result is not NotImplemented and result is not END:
        return result
    if not reversed_first:
        result = special1(b, reflected, a)
        if result is not END:
            return result
    return NotImplemented


def derives_from(b, a):
    """True if the class of b is a proper subclass of that of a."""
    if tag(b) != OBJECT:
        return tag(b) == BOOL and tag(a) == INT
    if tag(a) == OBJECT and cid(a) == cid(b):
        return False
    base = class_of(a)
    order = ld(class_of(b), CLASS_MRO)
    for i in range(1, ld(order, TUPLE_LENGTH)):
        if ld(order, TUPLE_ITEMS + i) is base:
            return True
    return False
