"""Binary operators by the methods of their operands, and the errors if there are none."""


def payload_of(x):
    """The builtin value within an instance of a subclass of a builtin class; anything
    else is itself."""
    if tag(x) == OBJECT:
        cls = class_of(x)
        if ld(cls, CLASS_NATIVE):
            payload = ld(x, INSTANCE_PAYLOAD)
            if tag(payload) != RAW:
                return payload
    return x


@names
def has_method(x, name):
    """True if the type has this method."""
    function = special(x, name)
    return function is not END and function is not None


@names
def binary(a, b, name, reflected, symbol):
    """a <symbol> b by methods."""
    result = binary_by_methods(a, b, name, reflected)
    if result is NotImplemented:
        unsupported(a, b, symbol)
    return result


@names
def binary_by_methods(a, b, name, reflected):
    """What the left operand's method or the right one's reflected method returns, or
    NotImplemented. A subclass that has its own reflected method comes first."""
    different = True
    if tag(a) == OBJECT:
        different = tag(b) != OBJECT or cid(a) != cid(b)
    elif tag(a) == tag(b):
        different = tag(a) == BOX and cid(a) != cid(b)
    if different and derives_from(b, a) and special(b, reflected) is not special(a, reflected):
        result = special1(b, reflected, a)
        if result is not NotImplemented and result is not END:
            return result
        different = False
    if not is_sequence_method(a, name):
        result = special1(a, name, b)
        if result is not NotImplemented and result is not END:
            return result
    if different and not is_sequence_method(b, reflected):
        result = special1(b, reflected, a)
        if result is not END:
            return result
    return NotImplemented


def is_sequence(x):
    """True for the builtin types whose + and * join and repeat."""
    kind = tag(x)
    if kind == STR or kind == LIST or kind == TUPLE:
        return True
    return is_a(x, bytes) or is_a(x, bytearray)


def is_sequence_method(x, name):
    """True for + and * of a builtin sequence. The other operand is asked before them."""
    if name is not "__add__" and name is not "__mul__" and name is not "__rmul__":
        return False
    payload = payload_of(x)
    if not is_sequence(payload):
        return False
    return payload is x or special(x, name) is special(payload, name)


def unsupported(a, b, symbol):
    """Raises TypeError."""
    raise TypeError(
        f"unsupported operand type(s) for {symbol}: '{type_name(a)}' and '{type_name(b)}'"
    )


@names
def in_place(a, b, name):
    """What the left operand's in-place method returns, or END if there is none or it
    declines."""
    if tag(a) < CLASS and tag(a) != DICT:
        return END
    result = special1(a, name, b)
    if result is NotImplemented:
        return END
    return result
