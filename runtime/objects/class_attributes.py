"""Changing classes, and what is known of a class from its attributes."""

# What does not follow from a class's attributes.
KEPT_FLAGS = CLASS_FROM_PROGRAM | CLASS_NO_DICT | CLASS_LEARNED


def class_flags(cls):
    """CLASS_FLAGS of a class of the program, from its attributes."""
    flags = ld(cls, CLASS_FLAGS) & KEPT_FLAGS
    if is_custom(cls, "__getattribute__"):
        flags |= CLASS_HAS_GETATTRIBUTE
    if is_custom(cls, "__setattr__"):
        flags |= CLASS_HAS_SETATTR
    if is_custom(cls, "__delattr__"):
        flags |= CLASS_HAS_DELATTR
    if ld(cls, CLASS_NATIVE) == 0 and not is_exception_class(cls):
        if not is_custom(cls, "__new__") and not is_custom(class_of(cls), "__call__"):
            flags |= CLASS_PLAIN_NEW
    return flags


def is_custom(cls, name):
    """True if a class has an attribute of this name that is not the runtime's method of
    this name."""
    found = find_in_mro(cls, name)
    if found is END:
        return False
    if tag(found) == FUNC and not str_equal(function_name(found), name):
        return True
    return not is_builtin_method(found)


def is_builtin_method(method):
    """True for a function of the runtime, also in a staticmethod or classmethod."""
    if tag(method) == BOX and (is_a(method, staticmethod) or is_a(method, classmethod)):
        method = ld(method, STATICMETHOD_FUNC)
    return is_builtin_function(method)


def set_class_attribute(cls, name, value):
    """cls.name = value."""
    check_mutable(cls, name)
    dict_set(ld(cls, CLASS_DICT), name, value)
    class_changed(cls, name)


def delete_class_attribute(cls, name):
    """del cls.name"""
    check_mutable(cls, name)
    if not dict_del(ld(cls, CLASS_DICT), name):
        raise_not_stored(cls, name)
    class_changed(cls, name)


def check_mutable(cls, name):
    """Raises TypeError for a builtin class."""
    if not ld(cls, CLASS_FLAGS) & CLASS_FROM_PROGRAM:
        raise TypeError(f"cannot set '{name}' attribute of immutable type '{ld(cls, CLASS_NAME)}'")


def class_changed(cls, name):
    """Brings up to date what is remembered of a class and its subclasses."""
    forget_entries(cls, name)
    if str_equal(name, "__getattribute__") or str_equal(name, "__setattr__") or str_equal(name, "__delattr__") or str_equal(name, "__new__"):
        refresh_flags(cls)
        clear_attribute_table()
    elif str_equal(name, "__call__") and is_subclass(cls, class_named(TYPE_ID)):
        refresh_flags(class_named(OBJECT_ID))


def refresh_flags(cls):
    """Computes the flags of a class and its subclasses again."""
    if ld(cls, CLASS_FLAGS) & CLASS_FROM_PROGRAM:
        st(cls, CLASS_FLAGS, class_flags(cls))
    subclasses = ld(cls, CLASS_SUBCLASSES)
    if subclasses is not None:
        storage = ld(subclasses, LIST_STORAGE)
        for i in range(ld(subclasses, LIST_LENGTH)):
            refresh_flags(class_named(ld(storage, STORAGE_ITEMS + i)))
