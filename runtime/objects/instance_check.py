"""isinstance and issubclass."""


@builtin
def isinstance(o, classes, /):
    """True if an object is an instance of a class, or of one in a tuple."""
    if tag(classes) == CLASS:
        if class_of(o) is classes:
            return True
        if class_id(classes) == TYPE_ID:
            return is_instance_or_says(o, classes)
        result = special1(classes, "__instancecheck__", o)
        return truth(result)
    return is_instance_of_any(o, classes)


def is_instance_of_any(o, classes):
    """The same for what is no class."""
    inner = payload_of(classes)
    if is_a(inner, union):
        inner = ld(inner, UNION_ARGS)
    if tag(inner) == TUPLE:
        check_stack(" in __instancecheck__")
        for i in range(ld(inner, TUPLE_LENGTH)):
            cls = ld(inner, TUPLE_ITEMS + i)
            if cls is None:
                if o is None:
                    return True
            elif isinstance(o, cls):
                return True
        return False
    result = special1(classes, "__instancecheck__", o)
    if result is END:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    return truth(result)


def is_instance_or_says(o, cls):
    """True for an instance of a class, or what has it as its `__class__`."""
    if is_subclass(class_of(o), cls):
        return True
    if defined("__class__") and tag(o) == OBJECT and is_custom(class_of(o), "__class__"):
        says = load_attribute(o, "__class__")
        return tag(says) == CLASS and is_subclass(says, cls)
    return False


@builtin
def issubclass(cls, classes, /):
    """True if a class is derived from a class, or from one in a tuple."""
    if tag(classes) == CLASS:
        if class_id(classes) == TYPE_ID:
            return is_derived(cls, classes)
        return truth(special1(classes, "__subclasscheck__", cls))
    inner = payload_of(classes)
    if is_a(inner, union):
        inner = ld(inner, UNION_ARGS)
    if tag(inner) == TUPLE:
        check_stack(" in __subclasscheck__")
        for i in range(ld(inner, TUPLE_LENGTH)):
            if issubclass(cls, ld(inner, TUPLE_ITEMS + i)):
                return True
        return False
    result = special1(classes, "__subclasscheck__", cls)
    if result is END:
        if tag(cls) != CLASS:
            raise TypeError("issubclass() arg 1 must be a class")
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return truth(result)


def is_derived(cls, base):
    """type.__subclasscheck__"""
    if tag(cls) != CLASS:
        raise TypeError("issubclass() arg 1 must be a class")
    return is_subclass(cls, base)


UNION_ARGS = 1
UNION_WORDS = 2


@builtin(name="UnionType", module="types")
class union:
    """int | str"""

    def __repr__(self):
        args = ld(self, UNION_ARGS)
        text = ""
        for i in range(ld(args, TUPLE_LENGTH)):
            if i:
                text = concat(text, " | ")
            text = concat(text, union_part(ld(args, TUPLE_ITEMS + i)))
        return text

    def __or__(self, other, /):
        return new_union(self, other)

    def __ror__(self, other, /):
        return new_union(other, self)

    def __eq__(self, other, /):
        if not is_a(other, union):
            return NotImplemented
        ours = ld(self, UNION_ARGS)
        others = ld(other, UNION_ARGS)
        if ld(ours, TUPLE_LENGTH) != ld(others, TUPLE_LENGTH):
            return False
        for i in range(ld(ours, TUPLE_LENGTH)):
            if not union_has(list_of(others), ld(ours, TUPLE_ITEMS + i)):
                return False
        return True

    @generic
    def __hash__(self):
        args = ld(self, UNION_ARGS)
        result = 0
        for i in range(ld(args, TUPLE_LENGTH)):
            result ^= hash(ld(args, TUPLE_ITEMS + i))
        return result

    @property
    def __args__(self):
        return ld(self, UNION_ARGS)

    @property
    def __parameters__(self):
        if defined("__typing_subst__"):
            return alias_parameters(ld(self, UNION_ARGS))
        return ()


def union_has(members, x):
    """True if a list of a union's members has a type."""
    if tag(x) == CLASS:
        return holds(members, x)
    storage = ld(members, LIST_STORAGE)
    for i in range(ld(members, LIST_LENGTH)):
        if equals(ld(storage, STORAGE_ITEMS + i), x):
            return True
    return False


def union_part(x):
    """A member of a union as its repr shows it."""
    if x is None or x is class_named(NONE_ID):
        return "None"
    if tag(x) == CLASS:
        return concat(module_prefix(x), ld(x, CLASS_QUALNAME))
    return repr_text(x)


def new_union(a, b):
    """a | b for types."""
    parts = new_list(0)
    if not add_to_union(parts, a) or not add_to_union(parts, b):
        return NotImplemented
    if ld(parts, LIST_LENGTH) == 1:
        return ld(ld(parts, LIST_STORAGE), STORAGE_ITEMS)
    result = alloc(union, UNION_WORDS)
    st(result, UNION_ARGS, list_to_tuple(parts))
    return result


def add_to_union(parts, x):
    """Adds the members of a type; False if it is none."""
    if is_a(x, union):
        args = ld(x, UNION_ARGS)
        for i in range(ld(args, TUPLE_LENGTH)):
            add_to_union(parts, ld(args, TUPLE_ITEMS + i))
        return True
    if x is None:
        x = class_named(NONE_ID)
    if tag(x) != CLASS and not is_a(x, GenericAlias):
        return False
    if not union_has(parts, x):
        list_append(parts, x)
    return True
