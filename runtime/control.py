"""Traps of variables and calls."""

GLOBAL = 1
NAME_MASK = 0xFFFF


@trap("mov", "lds")
def unbound(ignored, word):
    """A variable without a value. Its word says which one: the kind of variable in
    bits 31 and 30, the address of its name in bits 15 to 0."""
    payload = retag(word, INT)
    name = retag(payload & NAME_MASK, STR)
    if payload >> 30 & 3 == GLOBAL:
        report("NameError: name '")
        report(name)
        report("' is not defined")
    else:
        report("UnboundLocalError: cannot access local variable '")
        report(name)
        report("' where it is not associated with a value")
    fail()


@trap("call", "callp")
def not_callable(callee, ignored):
    """A call of something that is no function."""
    report("TypeError: '")
    report_type(callee)
    report("' object is not callable")
    fail()


@trap("event.stack")
def stack_is_full(ignored, unused):
    """A frame or a return link would not fit."""
    report("RecursionError: maximum recursion depth exceeded")
    fail()
