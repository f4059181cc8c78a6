"""Calls of what is no function, and calls with arguments that are collected first.

Arguments are words of the frame store, from an address on: those of the call that
trapped stay where they are until they are copied above the frame of the function
that makes the next call. That call must not trap, since the handler's frame would be in
the same place: only functions are called in this way."""


class callable_object:
    """Can exist if there are objects of builtin classes that are called by `__call__`."""


@trap("call", "callp")
def call_object(callee, given):
    """A call of something that is no function, with `given` arguments; it may be
    marked (see `load_method`): then the first argument does not count."""
    at = link(depth(), LINK_DST) + 1
    if tag(callee) >= FLOAT:
        payload = retag(callee, INT)
        if rshr(payload, REFERENCE_ENTRY_SHIFT):
            at += 1
            given -= 1
            if payload & ~(MARK | REFERENCE_ADDRESS):
                return call_from(retag(callee, FUNC), at, given)
            callee = retag(payload & REFERENCE_ADDRESS, tag(callee))
    return call_words(callee, at, given)


def call_words(callee, at, given):
    """Calls anything with the arguments at a frame address."""
    t = tag(callee)
    if t == FUNC:
        return call_from(callee, at, given)
    if exists(class_value) and t == CLASS:
        return call_class(callee, at, given)
    if is_a(callee, bound_method):
        return call_with_self(ld(callee, METHOD_FUNC), ld(callee, METHOD_SELF), at, given)
    if defined("__call__") or exists(callable_object):
        method = special(callee, "__call__")
        if tag(method) == FUNC:
            return call_with_self(method, callee, at, given)
        if method is not END and method is not None:
            return call_words(bound_call(method, callee), at, given)
    raise_not_callable(callee)


def bound_call(method, callee):
    """A `__call__` that is no function, as an attribute of its object. If it is of the same
    class, calling it leads back to it."""
    found = bind_special(method, callee)
    if tag(found) == OBJECT and class_of(found) is class_of(callee):
        raise RecursionError("maximum recursion depth exceeded")
    return found


def raise_not_callable(callee):
    """Raises TypeError."""
    raise TypeError(f"'{type_name(callee)}' object is not callable")


def call_from(f, at, given):
    """Calls a function with the arguments at a frame address."""
    to = frame_top()
    for i in range(given):
        stf(to + i, 0, ldf(at, i))
    return call_top(f, given)


def call_with_self(f, self, at, given):
    """The same with an argument before them, for anything."""
    if exists(own_class) and tag(f) != FUNC:
        return apply(f, prepend(self, words_to_tuple(at, given)))
    to = frame_top()
    stf(to, 0, self)
    for i in range(given):
        stf(to + 1 + i, 0, ldf(at, i))
    return call_top(f, given + 1)


def words_to_tuple(at, count):
    """A TUPLE of words in the frame store."""
    words = new_tuple(count)
    for i in range(count):
        st(words, TUPLE_ITEMS + i, ldf(at, i))
    return words


def apply(f, args):
    """f(*args) for a TUPLE."""
    if tag(f) != FUNC:
        return apply_object(f, args)
    count = ld(args, TUPLE_LENGTH)
    if count > MANY_ARGUMENTS:
        return call_kw(f, args, ())
    to = frame_top()
    for i in range(count):
        stf(to + i, 0, ld(args, TUPLE_ITEMS + i))
    return call_top(f, count)


def apply_object(f, args):
    """The same for what is no function."""
    if exists(class_value) and tag(f) == CLASS:
        return call_class_kw(f, args, ())
    if is_a(f, bound_method):
        return apply(ld(f, METHOD_FUNC), prepend(ld(f, METHOD_SELF), args))
    if defined("__call__") or exists(callable_object):
        method = special(f, "__call__")
        if tag(method) == FUNC:
            return apply(method, prepend(f, args))
        if method is not END and method is not None:
            return apply(bound_call(method, f), args)
    raise_not_callable(f)


def apply_all(f, args):
    """Calls a function with a TUPLE of all its parameters."""
    count = ld(args, TUPLE_LENGTH)
    if count > MANY_ARGUMENTS:
        check_stack()
    to = frame_top()
    for i in range(count):
        stf(to + i, 0, ld(args, TUPLE_ITEMS + i))
    return call_top(f, count)


def call_ex(f, args, kwargs):
    """f(*args, **kwargs): `args` is a TUPLE, `kwargs` a DICT or None."""
    if kwargs is None or ld(kwargs, DICT_LENGTH) == 0:
        return apply(f, args)
    count = ld(args, TUPLE_LENGTH)
    named = ld(kwargs, DICT_LENGTH)
    values = new_tuple(count + named)
    for i in range(count):
        st(values, TUPLE_ITEMS + i, ld(args, TUPLE_ITEMS + i))
    names = new_tuple(named)
    entries = ld(kwargs, DICT_ENTRIES)
    to = 0
    for i in range(ld(kwargs, DICT_USED)):
        name = ld(entries, STORAGE_ITEMS + DICT_ENTRY_KEY + i * DICT_ENTRY_WORDS)
        if name is not END:
            if tag(payload_of(name)) != STR:
                raise TypeError("keywords must be strings")
            st(names, TUPLE_ITEMS + to, name)
            st(values, TUPLE_ITEMS + count + to, ld(entries, STORAGE_ITEMS + DICT_ENTRY_VALUE + i * DICT_ENTRY_WORDS))
            to += 1
    return call_kw(f, values, names)


def call_kw(f, values, names):
    """Calls with keyword arguments: the last values are those of the names."""
    if ld(names, TUPLE_LENGTH) == 0 and ld(values, TUPLE_LENGTH) <= MANY_ARGUMENTS:
        return apply(f, values)
    if tag(f) == FUNC:
        return apply_all(enter_body(f), bind_keywords(f, values, names))
    if exists(class_value) and tag(f) == CLASS:
        return call_class_kw(f, values, names)
    if is_a(f, bound_method):
        return call_kw(ld(f, METHOD_FUNC), prepend(ld(f, METHOD_SELF), values), names)
    if defined("__call__") or exists(callable_object):
        method = special(f, "__call__")
        if tag(method) == FUNC:
            return call_kw(method, prepend(f, values), names)
        if method is not END and method is not None:
            return call_kw(bound_call(method, f), values, names)
    raise_not_callable(f)


def enter_body(f):
    """The word of a function that is entered with all of its parameters."""
    if ld(ld(f, FUNC_CODE), CODE_COUNTS) & CODE_STUB:
        return retag(radd(retag(f, INT), STUB_WORDS << REFERENCE_ENTRY_SHIFT), FUNC)
    return f


def prepend(first, values):
    """A TUPLE with an item before the others."""
    count = ld(values, TUPLE_LENGTH)
    result = new_tuple(count + 1)
    st(result, TUPLE_ITEMS, first)
    for i in range(count):
        st(result, TUPLE_ITEMS + 1 + i, ld(values, TUPLE_ITEMS + i))
    return result
