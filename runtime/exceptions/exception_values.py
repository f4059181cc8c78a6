"""The builtin exceptions with attributes or a text of their own."""


@builtin
class SystemExit(BaseException):
    """Request to exit from the interpreter."""

    def __init__(self, /, *args, **kwargs):
        no_keywords(self, kwargs)
        st(self, EXC_ARGS, args)
        if ld(args, TUPLE_LENGTH) == 1:
            st(self, EXC_VALUE, ld(args, TUPLE_ITEMS))
        elif ld(args, TUPLE_LENGTH):
            st(self, EXC_VALUE, args)

    @property
    def code(self):
        return ld(self, EXC_VALUE)

    @code.setter
    def code(self, value):
        st(self, EXC_VALUE, value)


@builtin
class StopIteration(Exception):
    """Signal the end from iterator.__next__()."""

    def __init__(self, /, *args, **kwargs):
        no_keywords(self, kwargs)
        st(self, EXC_ARGS, args)
        st(self, EXC_VALUE, first_arg(self))

    @property
    def value(self):
        return ld(self, EXC_VALUE)

    @value.setter
    def value(self, value):
        st(self, EXC_VALUE, value)


@builtin
class KeyError(LookupError):
    """Mapping key not found."""

    def __str__(self):
        args = ld(self, EXC_ARGS)
        if ld(args, TUPLE_LENGTH) == 1:
            return repr_text(ld(args, TUPLE_ITEMS))
        return args_text(self)


@builtin
class NameError(Exception):
    """Name not found globally."""

    def __init__(self, *args, name=None):
        st(self, EXC_ARGS, args)
        st(self, EXC_VALUE, name)

    @property
    def name(self):
        return ld(self, EXC_VALUE)

    @name.setter
    def name(self, value):
        st(self, EXC_VALUE, value)


@builtin
class UnboundLocalError(NameError):
    """Local name referenced but not bound to a value."""


@builtin
class AttributeError(Exception):
    """Attribute not found."""

    def __init__(self, *args, name=None, obj=None):
        st(self, EXC_ARGS, args)
        st(self, EXC_VALUE, name)
        st(self, EXC_OTHER, obj)

    @property
    def name(self):
        return ld(self, EXC_VALUE)

    @name.setter
    def name(self, value):
        st(self, EXC_VALUE, value)

    @property
    def obj(self):
        return ld(self, EXC_OTHER)

    @obj.setter
    def obj(self, value):
        st(self, EXC_OTHER, value)


@builtin
class ImportError(Exception):
    """Import can't find module, or can't find name in module."""

    def __init__(self, *args, name=None, path=None):
        st(self, EXC_ARGS, args)
        st(self, EXC_VALUE, name)
        st(self, EXC_OTHER, path)

    def __str__(self):
        message = first_arg(self)
        if ld(ld(self, EXC_ARGS), TUPLE_LENGTH) == 1 and tag(message) == STR:
            return message
        return args_text(self)

    @property
    def name(self):
        return ld(self, EXC_VALUE)

    @name.setter
    def name(self, value):
        st(self, EXC_VALUE, value)

    @property
    def path(self):
        return ld(self, EXC_OTHER)

    @path.setter
    def path(self, value):
        st(self, EXC_OTHER, value)

    @property
    def msg(self):
        if ld(ld(self, EXC_ARGS), TUPLE_LENGTH) == 1:
            return first_arg(self)
        return None


@builtin
class ModuleNotFoundError(ImportError):
    """Module not found."""
