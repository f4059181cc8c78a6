"""list[int] and the like: types.GenericAlias."""

ALIAS_ORIGIN = 1
ALIAS_ARGS = 2
ALIAS_STARRED = 3
ALIAS_WORDS = 4


def generic_alias(origin, item):
    """origin[item]"""
    callable_object
    result = alloc(GenericAlias, ALIAS_WORDS)
    st(result, ALIAS_ORIGIN, origin)
    st(result, ALIAS_ARGS, tuple_of_item(item))
    st(result, ALIAS_STARRED, False)
    return result


def tuple_of_item(item):
    """What stands in brackets, as a TUPLE."""
    if tag(item) == TUPLE:
        return item
    return (item,)


@builtin(module="types")
class GenericAlias:
    """A class with arguments."""

    def __new__(cls, origin, args, /):
        return generic_alias(origin, args)

    @property
    def __origin__(self):
        return ld(self, ALIAS_ORIGIN)

    @property
    def __args__(self):
        return ld(self, ALIAS_ARGS)

    @property
    def __unpacked__(self):
        return ld(self, ALIAS_STARRED)

    @property
    def __parameters__(self):
        if defined("__typing_subst__"):
            return alias_parameters(ld(self, ALIAS_ARGS))
        return ()

    def __mro_entries__(self, bases, /):
        return (ld(self, ALIAS_ORIGIN),)

    def __getattr__(self, name, /):
        return load_attribute(ld(self, ALIAS_ORIGIN), name)

    def __iter__(self):
        starred = generic_alias(ld(self, ALIAS_ORIGIN), ld(self, ALIAS_ARGS))
        st(starred, ALIAS_STARRED, True)
        return iterate((starred,))

    def __call__(self, /, *args, **kwargs):
        return call_ex(ld(self, ALIAS_ORIGIN), args, kwargs)

    def __eq__(self, other, /):
        if not is_a(other, GenericAlias):
            return NotImplemented
        if ld(self, ALIAS_ORIGIN) is not ld(other, ALIAS_ORIGIN) or ld(self, ALIAS_STARRED) is not ld(other, ALIAS_STARRED):
            return False
        return tuple_equal(ld(self, ALIAS_ARGS), ld(other, ALIAS_ARGS))

    def __or__(self, other, /):
        return new_union(self, other)

    def __ror__(self, other, /):
        return new_union(other, self)

    def __instancecheck__(self, o, /):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls, /):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    @generic
    def __hash__(self):
        return hash(ld(self, ALIAS_ORIGIN)) ^ hash(ld(self, ALIAS_ARGS))

    def __getitem__(self, item, /):
        if defined("__typing_subst__"):
            return substituted(self, tuple_of_item(item))
        raise_not_generic(self)

    def __repr__(self):
        text = new_builder()
        if ld(self, ALIAS_STARRED):
            put_char(text, 0x2A)
        put_text(text, alias_name(ld(self, ALIAS_ORIGIN)))
        put_char(text, 0x5B)
        args = ld(self, ALIAS_ARGS)
        for i in range(ld(args, TUPLE_LENGTH)):
            if i:
                put_text(text, ", ")
            put_text(text, alias_name(ld(args, TUPLE_ITEMS + i)))
        if ld(args, TUPLE_LENGTH) == 0:
            put_text(text, "()")
        put_char(text, 0x5D)
        return built(text)


def alias_name(x):
    """A class by its name, anything else by its repr()."""
    if x is Ellipsis:
        return "..."
    if tag(x) != CLASS:
        return repr_text(x)
    name = ld(x, CLASS_QUALNAME)
    module = ld(x, CLASS_MODULE)
    if str_equal(module, "builtins"):
        return name
    return f"{module}.{name}"


def raise_not_generic(alias):
    """Raises TypeError for an alias without type variables."""
    raise TypeError(f"{repr_text(alias)} is not a generic class")


def is_type_variable(x):
    """True for what arguments can be substituted for."""
    return tag(x) != CLASS and special(x, "__typing_subst__") is not END


def alias_parameters(args):
    """The type variables in arguments, each once."""
    found = new_list(0)
    for i in range(ld(args, TUPLE_LENGTH)):
        arg = ld(args, TUPLE_ITEMS + i)
        if is_type_variable(arg):
            add_parameter(found, arg)
        elif tag(arg) != CLASS:
            inner = find_attribute(arg, "__parameters__")
            if tag(inner) == TUPLE:
                for j in range(ld(inner, TUPLE_LENGTH)):
                    add_parameter(found, ld(inner, TUPLE_ITEMS + j))
    return list_to_tuple(found)


def add_parameter(found, variable):
    """Appends a type variable that is not in a list."""
    if not holds(found, variable):
        list_append(found, variable)


def substituted(alias, items):
    """An alias with its type variables replaced."""
    parameters = alias_parameters(ld(alias, ALIAS_ARGS))
    count = ld(parameters, TUPLE_LENGTH)
    if count == 0:
        raise_not_generic(alias)
    if ld(items, TUPLE_LENGTH) != count:
        much = "few"
        if ld(items, TUPLE_LENGTH) > count:
            much = "many"
        raise TypeError(f"Too {much} arguments for {repr_text(alias)}; actual {ld(items, TUPLE_LENGTH)}, expected {count}")
    args = ld(alias, ALIAS_ARGS)
    result = new_tuple(ld(args, TUPLE_LENGTH))
    for i in range(ld(args, TUPLE_LENGTH)):
        st(result, TUPLE_ITEMS + i, replaced_parameter(ld(args, TUPLE_ITEMS + i), parameters, items))
    return generic_alias(ld(alias, ALIAS_ORIGIN), result)


def replaced_parameter(arg, parameters, items):
    """An argument with type variables replaced."""
    if tag(arg) == CLASS:
        return arg
    if is_type_variable(arg):
        return special1(arg, "__typing_subst__", item_for(arg, parameters, items))
    inner = find_attribute(arg, "__parameters__")
    if tag(inner) != TUPLE or ld(inner, TUPLE_LENGTH) == 0:
        return arg
    given = new_tuple(ld(inner, TUPLE_LENGTH))
    for i in range(ld(inner, TUPLE_LENGTH)):
        st(given, TUPLE_ITEMS + i, item_for(ld(inner, TUPLE_ITEMS + i), parameters, items))
    return arg[given]


def item_for(variable, parameters, items):
    """What is given for a type variable."""
    i = 0
    while ld(parameters, TUPLE_ITEMS + i) is not variable:
        i += 1
    return ld(items, TUPLE_ITEMS + i)
