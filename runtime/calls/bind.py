"""Arguments to parameters.

CODE_NAMES has the parameters in the order of their slots: positional ones, keyword-only
ones, then that of `*args` and that of `**kwargs`."""


@trap("event.args")
def bind_arguments(ignored, given):
    """A call with another number of arguments than the function has parameters, or of
    a function that always binds: completes the callee's frame."""
    global refused_link
    base = link(depth(), LINK_FP) + 1
    f = ldf(base, -1)
    code = ld(f, FUNC_CODE)
    counts = ld(code, CODE_COUNTS)
    positional = counts >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK
    extra = None
    if given > positional:
        if not counts & CODE_VARARGS:
            refused_link = depth()
            raise_too_many(f, ldf(base, 0), given, positional, 0)
        extra = words_to_tuple(base + positional, given - positional)
    elif given < positional:
        defaults = function_field(f, FUNC_DEFAULTS)
        first = positional
        if defaults is not None:
            first -= ld(defaults, TUPLE_LENGTH)
        if given < first:
            refused_link = depth()
            raise_missing_positional(f, words_to_tuple(base, given), given, first)
        for i in range(given, positional):
            stf(base + i, 0, ld(defaults, TUPLE_ITEMS + i - first))
    slot = base + positional
    only = counts >> CODE_KEYWORD_ONLY_SHIFT & CODE_KEYWORD_ONLY_MASK
    if only:
        missing = bind_defaults(f, code, slot, positional, only)
        if missing:
            refused_link = depth()
            raise_missing_keywords(f, END)
        slot += only
    if counts & CODE_VARARGS:
        if extra is None:
            extra = ()
        stf(slot, 0, extra)
        slot += 1
    if exists(dict) and counts & CODE_VARKEYWORDS:
        stf(slot, 0, new_dict())


def bind_defaults(f, code, slot, positional, only):
    """Gives keyword-only parameters their defaults; True if one has none."""
    defaults = function_field(f, FUNC_KWDEFAULTS)
    names = ld(code, CODE_NAMES)
    for i in range(only):
        value = END
        if exists(dict) and defaults is not None:
            value = dict_get_name(defaults, ld(names, TUPLE_ITEMS + positional + i))
        if value is END and lacks_defaults(f):
            return True
        stf(slot + i, 0, value)
    return False


def lacks_defaults(f):
    """False for a builtin function with keyword-only parameters whose defaults may be END."""
    return function_field(f, FUNC_KWDEFAULTS) is None or not is_builtin_function(f)


def bind_keywords(f, values, names):
    """All parameters of a function, as a TUPLE; the last values are those of the names."""
    code = ld(f, FUNC_CODE)
    counts = ld(code, CODE_COUNTS)
    positional = counts >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK
    only = counts >> CODE_KEYWORD_ONLY_SHIFT & CODE_KEYWORD_ONLY_MASK
    parameters = positional + only
    count = parameters
    if counts & CODE_VARARGS:
        count += 1
    others = None
    if counts & CODE_VARKEYWORDS:
        others = new_dict()
        count += 1
    given = ld(values, TUPLE_LENGTH) - ld(names, TUPLE_LENGTH)
    bound = new_tuple(count)
    st_range(bound, count)
    for i in range(given):
        if i < positional:
            st(bound, TUPLE_ITEMS + i, ld(values, TUPLE_ITEMS + i))
    for i in range(ld(names, TUPLE_LENGTH)):
        value = ld(values, TUPLE_ITEMS + given + i)
        if not bind_keyword(f, code, bound, parameters, ld(names, TUPLE_ITEMS + i), value, others):
            raise_unexpected(f, code, names, ld(names, TUPLE_ITEMS + i))
    if given > positional and not counts & CODE_VARARGS:
        raise_too_many(f, ld(values, TUPLE_ITEMS), given, positional, keywords_among(bound, positional, only))
    complete_positional(f, bound, positional)
    if only:
        complete_keywords(f, code, bound, positional, only)
    if counts & CODE_VARARGS:
        st(bound, TUPLE_ITEMS + parameters, slice_of_tuple(values, positional, given))
        parameters += 1
    if others is not None:
        st(bound, TUPLE_ITEMS + parameters, others)
    return bound


def st_range(words, count):
    """Marks the items of a TUPLE as missing."""
    for i in range(count):
        st(words, TUPLE_ITEMS + i, END)


def bind_keyword(f, code, bound, parameters, name, value, others):
    """Stores a keyword argument; False if nothing takes it."""
    names = ld(code, CODE_NAMES)
    for i in range(ld(code, CODE_COUNTS) & CODE_POSITIONAL_ONLY, parameters):
        parameter = ld(names, TUPLE_ITEMS + i)
        if parameter is name or str_equal(parameter, payload_of(name)):
            if ld(bound, TUPLE_ITEMS + i) is not END:
                raise TypeError(f"{function_title(f)} got multiple values for argument '{parameter}'")
            st(bound, TUPLE_ITEMS + i, value)
            return True
    if others is None:
        return False
    if dict_get(others, name) is not END:
        raise TypeError(f"{function_title(f)} got multiple values for keyword argument '{name}'")
    dict_set(others, name, value)
    return True


def complete_positional(f, bound, positional):
    """Gives positional parameters without argument their defaults."""
    defaults = function_field(f, FUNC_DEFAULTS)
    first = positional
    if defaults is not None:
        first -= ld(defaults, TUPLE_LENGTH)
    for i in range(positional):
        if ld(bound, TUPLE_ITEMS + i) is END:
            if i < first:
                raise_missing_positional(f, bound, positional, first)
            st(bound, TUPLE_ITEMS + i, ld(defaults, TUPLE_ITEMS + i - first))


def complete_keywords(f, code, bound, positional, only):
    """Gives keyword-only parameters without argument their defaults."""
    defaults = function_field(f, FUNC_KWDEFAULTS)
    names = ld(code, CODE_NAMES)
    for i in range(positional, positional + only):
        if ld(bound, TUPLE_ITEMS + i) is END:
            value = END
            if defaults is not None:
                value = dict_get_name(defaults, ld(names, TUPLE_ITEMS + i))
            if value is END and lacks_defaults(f):
                raise_missing_keywords(f, bound)
            st(bound, TUPLE_ITEMS + i, value)


def keywords_among(bound, positional, only):
    """The number of keyword-only parameters with an argument."""
    count = 0
    for i in range(positional, positional + only):
        if ld(bound, TUPLE_ITEMS + i) is not END:
            count += 1
    return count


def slice_of_tuple(values, start, stop):
    """values[start:stop]"""
    if start >= stop:
        return ()
    part = new_tuple(stop - start)
    for i in range(stop - start):
        st(part, TUPLE_ITEMS + i, ld(values, TUPLE_ITEMS + start + i))
    return part
