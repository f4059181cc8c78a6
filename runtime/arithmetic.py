"""Traps of arithmetic: operands that are no numbers, and results that do not fit."""


def are_numbers(a, b):
    """True for two operands that the hardware can calculate with."""
    return tag(a) >> 1 == INT >> 1 and tag(b) >> 1 == INT >> 1


def unsupported(a, b, symbol):
    """Raises for operands of the wrong types."""
    report("TypeError: unsupported operand type(s) for ")
    report(symbol)
    report(": '")
    report_type(a)
    report("' and '")
    report_type(b)
    report("'")
    fail()


def wrong_or_large(a, b, symbol):
    """Raises for wrong types, or else for a result that does not fit."""
    if are_numbers(a, b):
        too_large()
    unsupported(a, b, symbol)


def addition(a, b, symbol):
    """Raises for a sum."""
    if tag(a) != STR:
        wrong_or_large(a, b, symbol)
    if tag(b) == STR:
        not_yet("adding strings is")
    report('TypeError: can only concatenate str (not "')
    report_type(b)
    report('") to str')
    fail()


def multiplication(a, b, symbol):
    """Raises for a product."""
    if tag(a) == STR:
        repetition(b)
    if tag(b) == STR:
        repetition(a)
    wrong_or_large(a, b, symbol)


def repetition(count):
    """Raises for a string multiplied by something."""
    if are_numbers(count, count):
        not_yet("repeating strings is")
    report("TypeError: can't multiply sequence by non-int of type '")
    report_type(count)
    report("'")
    fail()


def division(a, b, symbol):
    """Raises for a quotient."""
    if are_numbers(a, b) and b == 0:
        report("ZeroDivisionError: integer division or modulo by zero")
        fail()
    wrong_or_large(a, b, symbol)


def modulo(a, b, symbol):
    """Raises for a remainder."""
    if tag(a) == STR:
        not_yet("formatting strings is")
    if are_numbers(a, b):
        report("ZeroDivisionError: integer modulo by zero")
        fail()
    unsupported(a, b, symbol)


def shift_left(a, b, symbol):
    """A shift by more than 31, or one whose result does not fit."""
    check_shift(a, b, symbol)
    if a == 0:
        return 0
    too_large()


def shift_right(a, b, symbol):
    """A shift by more than 31."""
    check_shift(a, b, symbol)
    return a >> 31


def check_shift(a, b, symbol):
    """Raises for wrong types and for negative counts."""
    if not are_numbers(a, b):
        unsupported(a, b, symbol)
    if b < 0:
        report("ValueError: negative shift count")
        fail()


@trap("add")
def trap_add(a, b):
    return addition(a, b, "+")


@trap("iadd")
def trap_iadd(a, b):
    return addition(a, b, "+=")


@trap("sub")
def trap_sub(a, b):
    return wrong_or_large(a, b, "-")


@trap("isub")
def trap_isub(a, b):
    return wrong_or_large(a, b, "-=")


@trap("mul")
def trap_mul(a, b):
    return multiplication(a, b, "*")


@trap("imul")
def trap_imul(a, b):
    return multiplication(a, b, "*=")


@trap("div")
def trap_div(a, b):
    return division(a, b, "//")


@trap("idiv")
def trap_idiv(a, b):
    return division(a, b, "//=")


@trap("mod")
def trap_mod(a, b):
    return modulo(a, b, "%")


@trap("imod")
def trap_imod(a, b):
    return modulo(a, b, "%=")


@trap("and")
def trap_and(a, b):
    return unsupported(a, b, "&")


@trap("iand")
def trap_iand(a, b):
    return unsupported(a, b, "&=")


@trap("or")
def trap_or(a, b):
    return unsupported(a, b, "|")


@trap("ior")
def trap_ior(a, b):
    return unsupported(a, b, "|=")


@trap("xor")
def trap_xor(a, b):
    return unsupported(a, b, "^")


@trap("ixor")
def trap_ixor(a, b):
    return unsupported(a, b, "^=")


@trap("shl")
def trap_shl(a, b):
    return shift_left(a, b, "<<")


@trap("ishl")
def trap_ishl(a, b):
    return shift_left(a, b, "<<=")


@trap("shr")
def trap_shr(a, b):
    return shift_right(a, b, ">>")


@trap("ishr")
def trap_ishr(a, b):
    return shift_right(a, b, ">>=")


def bad_operand(symbol, value):
    """Raises for a unary operator's operand of the wrong type."""
    report("TypeError: bad operand type for unary ")
    report(symbol)
    report(": '")
    report_type(value)
    report("'")
    fail()


@trap("neg")
def trap_neg(zero, value):
    if are_numbers(value, value):
        too_large()
    bad_operand("-", value)


@trap("pos")
def trap_pos(value, zero):
    bad_operand("+", value)


@trap("inv")
def trap_inv(value, minus_one):
    bad_operand("~", value)
