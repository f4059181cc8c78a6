"""What every value has: a class, and the special methods that are found on it."""

# The classes by id, and the number after the largest id that was given out.
class_table = CLASS_TABLE
class_count = CLASS_COUNT


def class_id(x):
    """The number of a value's class."""
    t = tag(x)
    if t >= FLOAT:
        return retag(ld(x, HEADER), INT) >> HEADER_CLASS_SHIFT & HEADER_CLASS_MASK
    if t == INT:
        return INT_ID
    if t == BOOL:
        return BOOL_ID
    if x is None:
        return NONE_ID
    if x is NotImplemented:
        return NOT_IMPLEMENTED_ID
    return ELLIPSIS_ID


def class_of(x):
    """A value's class."""
    return ld(class_table, STORAGE_ITEMS + class_id(x))


def type_name(x):
    """The name of a value's class, as messages show it."""
    return ld(class_of(x), CLASS_NAME)


def is_builtin_function(f):
    """True for a function of the runtime."""
    return tag(f) == FUNC and ld(ld(f, FUNC_CODE), CODE_COUNTS) & CODE_RUNTIME != 0


def function_field(f, offset):
    """A word of a function, or None if it is one of the image without it."""
    if retag(ld(f, HEADER), INT) & HEADER_AUX < offset:
        return None
    return ld(f, offset)


def function_name(f):
    """A function's name."""
    names = function_field(f, FUNC_NAMES)
    if names is None:
        return ld(ld(f, FUNC_CODE), CODE_NAME)
    return ld(names, TUPLE_ITEMS)


def function_owner(f):
    """What stands before the name in the qualified name with which a function was made,
    or None."""
    return ld(ld(f, FUNC_CODE), CODE_OWNER)


def function_qualname(f):
    """A function's qualified name."""
    names = function_field(f, FUNC_NAMES)
    if names is None:
        return code_qualname(ld(f, FUNC_CODE))
    return ld(names, TUPLE_ITEMS + 1)


def code_qualname(code):
    """The qualified name with which a function is made."""
    name, owner = ld(code, CODE_NAME), ld(code, CODE_OWNER)
    while tag(owner) == TUPLE:
        name = f"{ld(owner, TUPLE_ITEMS + 1)}.{name}"
        owner = ld(owner, TUPLE_ITEMS)
    return name if owner is None else f"{owner}.{name}"


def new_instance(cls):
    """An instance of a class of the program without attributes."""
    base = ld(cls, CLASS_BASE)
    o = allocate(ld(cls, CLASS_ID) << HEADER_CLASS_SHIFT | base, base + ld(cls, CLASS_SLOTS))
    st(o, INSTANCE_DICT, None)
    return retag(o, OBJECT)


def check_new(cls, base):
    """Raises TypeError for what a `__new__` of a builtin class cannot make an instance of."""
    name = ld(base, CLASS_NAME)
    if tag(cls) != CLASS:
        raise TypeError(f"{name}.__new__(X): X is not a type object ({type_name(cls)})")
    if not is_subclass(cls, base):
        given = ld(cls, CLASS_NAME)
        raise TypeError(f"{name}.__new__({given}): {given} is not a subtype of {name}")


def new_native(cls, payload):
    """An instance of a class of the program that is derived from a builtin class with a
    representation of its own."""
    check_new(cls, class_of(payload))
    o = new_instance(cls)
    st(o, INSTANCE_PAYLOAD, payload)
    return o


@names
def special(x, name):
    """The attribute of this name of a value's class, not of the value itself; END if
    there is none."""
    return ld(find_entry(class_id(x), name), ATTRIBUTE_ENTRY_VALUE)


def bind_special(method, x):
    """A special method that is no function, as an attribute of its object."""
    return bind(method, kind_of(method), x, class_of(x))


@names
def special0(x, name):
    """x.name(), where the class decides; END if it has no such method."""
    at = find_entry(class_id(x), name)
    method = ld(at, ATTRIBUTE_ENTRY_VALUE)
    if method is END or method is None:
        return END
    if exists(own_class) and ld(at, ATTRIBUTE_ENTRY_KIND) & KIND_MASK != FUNCTION:
        return bind_special(method, x)()
    return method(x)


@names
def special1(x, name, a):
    """x.name(a), in the same way."""
    at = find_entry(class_id(x), name)
    method = ld(at, ATTRIBUTE_ENTRY_VALUE)
    if method is END or method is None:
        return END
    if exists(own_class) and ld(at, ATTRIBUTE_ENTRY_KIND) & KIND_MASK != FUNCTION:
        return bind_special(method, x)(a)
    return method(x, a)


@names
def special2(x, name, a, b):
    """x.name(a, b), in the same way."""
    at = find_entry(class_id(x), name)
    method = ld(at, ATTRIBUTE_ENTRY_VALUE)
    if method is END or method is None:
        return END
    if exists(own_class) and ld(at, ATTRIBUTE_ENTRY_KIND) & KIND_MASK != FUNCTION:
        return bind_special(method, x)(a, b)
    return method(x, a, b)


def is_subclass(cls, base):
    """True if a class is another one or derived from it."""
    mro = ld(cls, CLASS_MRO)
    for i in range(ld(mro, TUPLE_LENGTH)):
        if ld(mro, TUPLE_ITEMS + i) is base:
            return True
    return False


def is_instance(x, cls):
    """True if a value is an instance of a class, whatever it says itself."""
    return is_subclass(class_of(x), cls)


def class_named(id):
    """The class with an id."""
    return ld(class_table, STORAGE_ITEMS + id)
