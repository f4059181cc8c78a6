"""The tests of match statements."""

# What the first class of an object's order that has `__abc_tpflags__` says there.
SAYS_SEQUENCE = 32
SAYS_MAPPING = 64


def match_sequence(value):
    """True for what a sequence pattern may match: no str, bytes or bytearray."""
    inner = payload_of(value)
    kind = tag(inner)
    if kind == LIST or kind == TUPLE or is_a(inner, range) or is_a(inner, memoryview):
        return True
    return says_collection(value, SAYS_SEQUENCE)


def says_collection(value, kind):
    """True for an instance of a class that counts as a sequence or as a mapping."""
    if not defined("__abc_tpflags__") or tag(value) != OBJECT:
        return False
    found = special(value, "__abc_tpflags__")
    return tag(found) == INT and found == kind


def match_length(value):
    """The length of a sequence that is matched."""
    return len(value)


def match_mapping(value):
    """True for what a mapping pattern may match."""
    inner = payload_of(value)
    if tag(inner) == DICT or is_a(inner, mappingproxy):
        return True
    return says_collection(value, SAYS_MAPPING)


def match_keys(value, keys):
    """The values of the keys as a TUPLE, or None if one is missing."""
    check_keys(keys)
    length = ld(keys, TUPLE_LENGTH)
    result = new_tuple(length)
    # What get() is to return for a missing key: nothing else has it.
    absent = new_list(0)
    for i in range(length):
        if tag(value) == DICT:
            found = dict_get(value, ld(keys, TUPLE_ITEMS + i))
        else:
            found = value.get(ld(keys, TUPLE_ITEMS + i), absent)
            if found is absent:
                found = END
        if found is END:
            return None
        st(result, TUPLE_ITEMS + i, found)
    return result


def check_keys(keys):
    """Raises ValueError if two keys of a pattern are equal."""
    seen = new_set()
    for i in range(ld(keys, TUPLE_LENGTH)):
        key = ld(keys, TUPLE_ITEMS + i)
        if set_has(seen, key):
            raise ValueError(f"mapping pattern checks duplicate key ({repr_text(key)})")
        set_add(seen, key)


def match_rest(value, keys):
    """A new dictionary of the entries that the pattern does not name."""
    result = new_dict()
    if tag(value) == DICT:
        dict_update(result, value)
    else:
        update_dict(result, value)
    for i in range(ld(keys, TUPLE_LENGTH)):
        dict_del(result, ld(keys, TUPLE_ITEMS + i))
    return result


def match_class(value, cls, n, names):
    """The attributes that a class pattern binds as a TUPLE, n by position and then by
    name, or None if the value does not match."""
    if tag(cls) != CLASS:
        raise TypeError("called match pattern must be a type")
    if not isinstance(value, cls):
        return None
    count = ld(names, TUPLE_LENGTH)
    result = new_tuple(n + count)
    positional = n
    if n:
        positional = match_positional(value, cls, n, names, result)
        if positional is None:
            return None
    for i in range(count):
        attribute = attribute_of(value, ld(names, TUPLE_ITEMS + i))
        if attribute is END:
            return None
        st(result, TUPLE_ITEMS + n + i, attribute)
    return result


def attribute_of(x, name):
    """An attribute, or END."""
    try:
        return getattr(x, name)
    except AttributeError:
        return END


def match_positional(value, cls, n, names, result):
    """Stores the attributes that __match_args__ names; None if one is missing."""
    args = attribute_of(cls, "__match_args__")
    if args is END:
        if matches_itself(cls):
            if n > 1:
                too_many_patterns(cls, 1, n)
            st(result, TUPLE_ITEMS, value)
            return n
        too_many_patterns(cls, 0, n)
    if tag(args) != TUPLE:
        name = ld(cls, CLASS_NAME)
        raise TypeError(f"{name}.__match_args__ must be a tuple (got {type_name(args)})")
    if ld(args, TUPLE_LENGTH) < n:
        too_many_patterns(cls, ld(args, TUPLE_LENGTH), n)
    for i in range(n):
        name = ld(args, TUPLE_ITEMS + i)
        if tag(name) != STR:
            raise TypeError(
                f"__match_args__ elements must be strings (got {type_name(name)})"
            )
        if tuple_contains(names, name):
            raise TypeError(
                f"{ld(cls, CLASS_NAME)}() got multiple sub-patterns for attribute "
                f"{repr_text(name)}"
            )
        attribute = attribute_of(value, name)
        if attribute is END:
            return None
        st(result, TUPLE_ITEMS + i, attribute)
    return n


def matches_itself(cls):
    """True for the builtin classes whose pattern's argument is the value itself, and
    their subclasses."""
    order = ld(cls, CLASS_MRO)
    for i in range(ld(order, TUPLE_LENGTH)):
        base = ld(order, TUPLE_ITEMS + i)
        name = ld(base, CLASS_NAME)
        if ld(base, CLASS_FLAGS) & CLASS_FROM_PROGRAM == 0 and tuple_contains(
            (
                "bool",
                "bytearray",
                "bytes",
                "dict",
                "float",
                "frozenset",
                "int",
                "list",
                "set",
                "str",
                "tuple",
            ),
            name,
        ):
            return True
    return False


def too_many_patterns(cls, accepted, n):
    """Raises TypeError."""
    plural = "s"
    if accepted == 1:
        plural = ""
    raise TypeError(
        f"{ld(cls, CLASS_NAME)}() accepts {accepted} positional sub-pattern{plural} ({n} given)"
    )
