"""Keyword arguments that are collected where a function is called."""


def add_keyword(kwargs, name, value, callee):
    """Adds name=value to the keyword arguments of a call."""
    if dict_get(kwargs, name) is not END:
        raise_repeated(callee, name)
    dict_set(kwargs, name, value)


def star_arguments(iterable, callee):
    """The positional arguments of a call, *iterable alone."""
    if tag(iterable) == TUPLE:
        return iterable
    if not is_iterable(iterable):
        raise TypeError(f"{callee_title(callee)} argument after * must be an iterable, not {type_name(iterable)}")
    return tuple_of(iterable)


def merge_keywords(kwargs, mapping, callee):
    """Adds **mapping to the keyword arguments of a call."""
    found = payload_of(mapping)
    if tag(found) != DICT:
        if special(mapping, "keys") is END:
            raise TypeError(f"{callee_title(callee)} argument after ** must be a mapping, not {type_name(mapping)}")
        found = new_dict()
        dict_update(found, mapping)
    entries = ld(found, DICT_ENTRIES)
    for i in range(ld(found, DICT_USED)):
        name = ld(entries, STORAGE_ITEMS + DICT_ENTRY_KEY + i * DICT_ENTRY_WORDS)
        if name is not END:
            if tag(payload_of(name)) != STR:
                raise TypeError("keywords must be strings")
            if dict_get(kwargs, name) is not END:
                raise_repeated(callee, name)
            dict_set(kwargs, name, ld(entries, STORAGE_ITEMS + DICT_ENTRY_VALUE + i * DICT_ENTRY_WORDS))


def raise_repeated(callee, name):
    """Raises TypeError for an argument that is given twice."""
    raise TypeError(f"{callee_title(callee)} got multiple values for keyword argument '{name}'")


def callee_title(callee):
    """What is called, as messages about `*` and `**` show it; None is a class statement."""
    if callee is None:
        return "__build_class__()"
    title = find_attribute(callee, "__qualname__")
    if title is END:
        return str_text(callee)
    owner = find_attribute(callee, "__module__")
    if owner is not END and tag(owner) == STR and not str_equal(owner, "builtins"):
        title = concat(concat(owner, "."), title)
    return concat(title, "()")
