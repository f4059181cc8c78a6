"""Calling a class: making an instance."""


class class_value:
    """Can exist if a program can have classes as values."""


class builtin_class:
    """Can exist if one of them can be a builtin class."""


def call_class(cls, at, given):
    """cls(...) with the arguments at a frame address."""
    flags = ld(cls, CLASS_FLAGS)
    if not flags & CLASS_PLAIN_NEW:
        return call_class_kw(cls, words_to_tuple(at, given), ())
    o = new_instance(cls)
    init = lookup(cls, "__init__")
    if init is END:
        if given:
            raise TypeError(f"{ld(cls, CLASS_NAME)}() takes no arguments")
        return o
    if tag(init) == FUNC:
        result = call_with_self(init, o, at, given)
    else:
        result = call_words(bind_special(init, o), at, given)
    if result is not None:
        raise_init_result(result)
    if not flags & CLASS_LEARNED:
        learn_slots(cls, o)
    return o


def raise_init_result(result):
    """Raises TypeError for an `__init__` that returned something."""
    raise TypeError(f"__init__() should return None, not '{type_name(result)}'")


def learn_slots(cls, o):
    """Makes the next instances as large as this one has turned out to be."""
    aux = retag(ld(o, HEADER), INT) & HEADER_AUX
    if aux:
        st(cls, CLASS_SLOTS, aux - ld(cls, CLASS_BASE))
        st(cls, CLASS_FLAGS, ld(cls, CLASS_FLAGS) | CLASS_LEARNED)


def call_class_kw(cls, values, names):
    """cls(...) with keyword arguments: the last values are those of the names."""
    metaclass = class_of(cls)
    if ld(metaclass, CLASS_ID) != TYPE_ID:
        call = lookup(metaclass, "__call__")
        if call is not END and not is_builtin_function(call):
            return call_kw(bind_special(call, cls), values, names)
    return make_instance(cls, values, names)


def make_instance(cls, values, names):
    """type.__call__"""
    if ld(cls, CLASS_ID) == TYPE_ID and ld(values, TUPLE_LENGTH) == 1 and ld(names, TUPLE_LENGTH) == 0:
        return class_of(ld(values, TUPLE_ITEMS))
    new = lookup(cls, "__new__")
    if uses_default_new(cls, new):
        o = default_new(cls, values, names)
    else:
        new = bind_to_class(new, cls)
        if ld(names, TUPLE_LENGTH) and leaves_keywords(cls, new):
            o = apply(new, prepend(cls, without_names(values, names)))
        else:
            o = call_kw(new, prepend(cls, values), names)
        if not is_instance(o, cls):
            return o
    init = lookup(class_of(o), "__init__")
    if init is not END:
        if ld(names, TUPLE_LENGTH) and exists(list) and is_list_init(init) and not is_builtin_function(new):
            apply(init, prepend(o, without_names(values, names)))
            return o
        if tag(init) == FUNC:
            result = call_kw(init, prepend(o, values), names)
        else:
            result = call_kw(bind_special(init, o), values, names)
        if result is not None:
            raise_init_result(result)
    return o


def without_names(values, names):
    """The positional arguments of a call."""
    return slice_of_tuple(values, 0, ld(values, TUPLE_LENGTH) - ld(names, TUPLE_LENGTH))


def leaves_keywords(cls, new):
    """True if keyword arguments are for the class's own `__init__` alone: a builtin `__new__`
    without keywords does not look at them then."""
    if not is_builtin_function(new) or not takes_no_keywords(new, ld(new, FUNC_CODE)):
        return False
    init = lookup(cls, "__init__")
    return tag(init) == FUNC and not is_builtin_function(init)


def is_list_init(init):
    """True for list's `__init__`, which leaves keyword arguments to the `__new__` of a subclass."""
    return tag(init) == FUNC and is_builtin_function(init) and str_equal(function_owner(init), "list")


def uses_default_new(cls, new):
    """True if instances are made by object, or by BaseException, which has no `__new__` of
    its own here."""
    return new is END or new is dict_get(ld(class_named(OBJECT_ID), CLASS_DICT), "__new__")


def uses_default_init(init):
    """True if instances are initialised by object."""
    return init is END or init is dict_get(ld(class_named(OBJECT_ID), CLASS_DICT), "__init__")


def default_new(cls, values, names):
    """An instance of a class of the program, of an exception class or of `object`."""
    if exists(BaseException) and is_exception_class(cls):
        exception_arguments
        return new_exception(cls, without_names(values, names))
    init = lookup(cls, "__init__")
    if ld(values, TUPLE_LENGTH) and uses_default_init(init):
        raise TypeError(f"{ld(cls, CLASS_NAME)}() takes no arguments")
    if defined("__abstractmethods__"):
        check_concrete(cls)
    if ld(cls, CLASS_BASE) == 0:
        raise TypeError(f"cannot create '{ld(cls, CLASS_NAME)}' instances")
    return new_instance(cls)


def check_concrete(cls):
    """Raises TypeError for a class with abstract methods."""
    names = dict_get(ld(cls, CLASS_DICT), "__abstractmethods__")
    if names is END or not truth(names):
        return
    names = list_of(names)
    names.sort()
    methods = concat("method", plural(ld(names, LIST_LENGTH)))
    raise TypeError(f"Can't instantiate abstract class {ld(cls, CLASS_NAME)} with abstract {methods} {', '.join(names)}")
