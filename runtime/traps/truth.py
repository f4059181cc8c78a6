"""The truth of what is neither a small number nor a singleton."""


@trap("truth", "jt", "jf")
def truth(value):
    """bool(value)"""
    kind = tag(value)
    if kind == BOOL:
        return value
    if kind >= STR and kind <= DICT:
        # The length of all four is in the same word.
        return ld(value, LIST_LENGTH) != 0
    if kind >= OBJECT:
        return truth_by_methods(value)
    if kind == INT:
        return value != 0
    if kind == NONE:
        return value is not None
    if is_a(value, FLOAT) or is_a(value, BIGINT):
        return number_truth(value)
    if kind == CLASS:
        return truth_by_methods(value)
    return True


@trap("not")
def negation(value):
    """not value"""
    return not truth(value)


def truth_by_methods(value):
    """The truth by __bool__, or else by __len__; True if the type has neither."""
    result = special0(value, "__bool__")
    if result is not END:
        if tag(result) == BOOL:
            return result
        raise TypeError(f"__bool__ should return bool, returned {type_name(result)}")
    result = special0(value, "__len__")
    if result is END:
        return True
    return checked_length(result) is not 0


def checked_length(result):
    """What __len__ returned, which has to fit in 64 bits."""
    value = index_of(result)
    if tag(value) == INT:
        if value < 0:
            raise ValueError("__len__() should return >= 0")
        return value
    if ld(value, BIGINT_SIZE) < 0:
        raise ValueError("__len__() should return >= 0")
    if fits_64_bits(value):
        return value
    raise OverflowError("cannot fit 'int' into an index-sized integer")


@builtin
def len(obj, /):
    """The number of items."""
    kind = tag(obj)
    if kind >= STR and kind <= DICT:
        return ld(obj, LIST_LENGTH)
    result = special0(obj, "__len__")
    if result is END:
        raise TypeError(f"object of type '{type_name(obj)}' has no len()")
    if tag(result) == INT and result >= 0:
        return result
    return checked_length(result)
