"""list[int] and the like: types.GenericAlias."""

ALIAS_ORIGIN = 1
ALIAS_ARGS = 2
ALIAS_WORDS = 3


def generic_alias(origin, item):
    """origin[item]"""
    callable_object
    args = item
    if tag(item) != TUPLE:
        args = new_tuple(1)
        st(args, TUPLE_ITEMS, item)
    result = alloc(GenericAlias, ALIAS_WORDS)
    st(result, ALIAS_ORIGIN, origin)
    st(result, ALIAS_ARGS, args)
    return result


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
    def __parameters__(self):
        return ()

    def __call__(self, *args, **kwargs):
        return call_ex(ld(self, ALIAS_ORIGIN), args, kwargs)

    def __eq__(self, other, /):
        if not is_a(other, GenericAlias):
            return NotImplemented
        if ld(self, ALIAS_ORIGIN) is not ld(other, ALIAS_ORIGIN):
            return False
        return tuple_equal(ld(self, ALIAS_ARGS), ld(other, ALIAS_ARGS))

    @generic
    def __hash__(self):
        return hash(ld(self, ALIAS_ORIGIN)) ^ hash(ld(self, ALIAS_ARGS))

    def __getitem__(self, item, /):
        return generic_alias(ld(self, ALIAS_ORIGIN), item)

    def __repr__(self):
        text = new_builder()
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
        return repr_of(x)
    name = ld(x, CLASS_QUALNAME)
    module = ld(x, CLASS_MODULE)
    if str_equal(module, "builtins"):
        return name
    return f"{module}.{name}"
