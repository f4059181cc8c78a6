"""What special methods return, one function for each protocol: it calls the method and raises
CPython's TypeError for a result of a wrong class, so that nothing else believes one."""


def int_returned(value, name):
    """What a method of this name returned, as an int."""
    result = payload_of(value)
    if not is_number(result):
        raise TypeError(f"{name} returned non-int (type {type_name(value)})")
    if tag(result) == BOOL:
        return radd(result, 0)
    return result


def index_by_method(x):
    """x.__index__(), an int of any size; END if there is no such method."""
    value = special0(x, "__index__")
    if value is END or tag(value) == INT:
        return value
    return int_returned(value, "__index__")


def int_by_method(x):
    """x.__int__(), an int of any size, or END."""
    value = special0(x, "__int__")
    if value is END or tag(value) == INT:
        return value
    return int_returned(value, "__int__")


def trunc_by_method(x):
    """x.__trunc__() as an int, or END."""
    value = special0(x, "__trunc__")
    if value is END:
        return END
    if not has_index(value):
        raise TypeError(f"__trunc__ returned non-Integral (type {type_name(value)})")
    return index_of(value)


def float_by_method(x):
    """A FLOAT by __float__ or __index__, or END."""
    result = special0(x, "__float__")
    if result is END:
        result = index_by_method(x)
        if result is END:
            return END
        return float_of(result)
    value = payload_of(result)
    if is_a(value, FLOAT):
        return value
    raise TypeError(f"{type_name(x)}.__float__ returned non-float (type {type_name(result)})")


def complex_by_method(x):
    """x.__complex__(), or END."""
    result = special0(x, "__complex__")
    if result is END:
        return END
    value = payload_of(result)
    if not is_a(value, complex):
        raise TypeError(f"__complex__ returned non-complex (type {type_name(result)})")
    return value


def length_by_method(x):
    """x.__len__(), an int that fits in 64 bits, or END."""
    result = special0(x, "__len__")
    if result is END or tag(result) == INT and result >= 0:
        return result
    value = index_of(result)
    if is_negative(value):
        raise ValueError("__len__() should return >= 0")
    if tag(value) == INT or fits_64_bits(value):
        return value
    raise OverflowError(f"cannot fit '{type_name(result)}' into an index-sized integer")


def truth_by_methods(value):
    """The truth by __bool__, or else by __len__; True if the type has neither."""
    result = special0(value, "__bool__")
    if result is not END:
        if tag(result) == BOOL:
            return result
        raise TypeError(f"__bool__ should return bool, returned {type_name(result)}")
    return length_by_method(value) is not 0


def hash_by_method(x):
    """x.__hash__(), an int of any size."""
    function = special(x, "__hash__")
    if function is END or function is None:
        raise TypeError(f"unhashable type: '{type_name(x)}'")
    value = payload_of(special0(x, "__hash__"))
    if not is_number(value):
        raise TypeError("__hash__ method should return an integer")
    return value


def string_returned(text, name):
    """What a method of this name returned, if it is a string."""
    if tag(text) != STR and tag(payload_of(text)) != STR:
        raise TypeError(f"{name} returned non-string (type {type_name(text)})")
    return text


def bytes_by_method(x):
    """x.__bytes__(), or END."""
    data = special0(x, "__bytes__")
    if data is not END and not is_a(payload_of(data), bytes):
        raise TypeError(f"__bytes__ returned non-bytes (type {type_name(data)})")
    return data


def iterator_by_method(x):
    """x.__iter__()"""
    it = special0(x, "__iter__")
    if not has_next(it):
        raise TypeError(f"iter() returned non-iterator of type '{type_name(it)}'")
    return it
