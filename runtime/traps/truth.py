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


@builtin
def len(obj, /):
    """The number of items."""
    kind = tag(obj)
    if kind >= STR and kind <= DICT:
        return ld(obj, LIST_LENGTH)
    result = length_by_method(obj)
    if result is END:
        raise TypeError(f"object of type '{type_name(obj)}' has no len()")
    return result
