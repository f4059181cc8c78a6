"""BaseException: what all exceptions have."""

# Offset of the first attribute slot of an exception, and words of one without any.


class exception_arguments:
    """Can exist if exceptions can have other arguments than one string."""


def new_exception(cls, args):
    """A new exception of a class, not initialised beyond its `args`."""
    base = ld(cls, CLASS_BASE)
    exception = retag(allocate(ld(cls, CLASS_ID) << HEADER_CLASS_SHIFT | base, base + ld(cls, CLASS_SLOTS)), OBJECT)
    clear_exception(exception, args)
    return exception


def clear_exception(exception, args):
    """Gives an exception's words their first values."""
    st(exception, INSTANCE_DICT, None)
    st(exception, EXC_ARGS, args)
    st(exception, EXC_CAUSE, None)
    st(exception, EXC_CONTEXT, None)
    st(exception, EXC_SUPPRESS, False)
    st(exception, EXC_TRACEBACK, None)
    st(exception, EXC_NOTES, None)
    st(exception, EXC_VALUE, None)
    st(exception, EXC_OTHER, None)
    st(exception, EXC_MORE, None)


def is_exception_class(cls):
    """True for BaseException and what is derived from it."""
    return ld(cls, CLASS_BASE) >= EXC_WORDS and is_subclass(cls, class_named(cid_of(BaseException)))


def is_exception(x):
    """True for an exception."""
    return tag(x) == OBJECT and is_exception_class(class_of(x))


def first_arg(exception):
    """exception.args[0], or None."""
    args = ld(exception, EXC_ARGS)
    if ld(args, TUPLE_LENGTH):
        return ld(args, TUPLE_ITEMS)
    return None


def args_text(exception):
    """What str() shows of an exception by default."""
    args = ld(exception, EXC_ARGS)
    count = ld(args, TUPLE_LENGTH)
    if count == 0:
        return ""
    if not exists(exception_arguments):
        return payload_of(ld(args, TUPLE_ITEMS))
    if count == 1:
        return str_text(ld(args, TUPLE_ITEMS))
    return repr_text(args)


def no_keywords(exception, kwargs):
    """Raises TypeError for keyword arguments of an exception that takes none."""
    if kwargs is not None and ld(kwargs, DICT_LENGTH):
        raise TypeError(f"{type_name(exception)}() takes no keyword arguments")


@builtin(tag=OBJECT, base=EXC_WORDS)
class BaseException:
    """Common base class for all exceptions"""

    def __init__(self, /, *args, **kwargs):
        exception_arguments
        no_keywords(self, kwargs)
        st(self, EXC_ARGS, args)

    def __str__(self):
        return args_text(self)

    def __repr__(self):
        args = ld(self, EXC_ARGS)
        if ld(args, TUPLE_LENGTH) == 1:
            return f"{type_name(self)}({repr_text(ld(args, TUPLE_ITEMS))})"
        return concat(type_name(self), repr_text(args))

    def __setstate__(self, state, /):
        for name in state:
            set_attribute(self, name, state[name])

    def with_traceback(self, entries, /):
        set_traceback(self, entries)
        return self

    def add_note(self, note, /):
        if tag(payload_of(note)) != STR:
            raise TypeError(f"note must be a str, not '{type_name(note)}'")
        notes = ld(self, EXC_NOTES)
        if notes is None:
            notes = new_list(0)
            st(self, EXC_NOTES, notes)
        if tag(notes) != LIST:
            raise TypeError("Cannot add note: __notes__ is not a list")
        list_append(notes, note)

    @property
    def args(self):
        return ld(self, EXC_ARGS)

    @args.setter
    def args(self, value):
        exception_arguments
        st(self, EXC_ARGS, tuple_of(value))

    @property
    def __cause__(self):
        return ld(self, EXC_CAUSE)

    @__cause__.setter
    def __cause__(self, cause):
        if cause is not None and not is_exception(cause):
            raise TypeError("exception cause must be None or derive from BaseException")
        st(self, EXC_CAUSE, cause)
        st(self, EXC_SUPPRESS, True)

    @property
    def __context__(self):
        return ld(self, EXC_CONTEXT)

    @__context__.setter
    def __context__(self, context):
        if context is not None and not is_exception(context):
            raise TypeError("exception context must be None or derive from BaseException")
        st(self, EXC_CONTEXT, context)

    @property
    def __suppress_context__(self):
        return ld(self, EXC_SUPPRESS)

    @__suppress_context__.setter
    def __suppress_context__(self, value):
        if tag(value) != BOOL:
            raise TypeError("attribute value type must be bool")
        st(self, EXC_SUPPRESS, value)

    @property
    def __traceback__(self):
        return ld(self, EXC_TRACEBACK)

    @__traceback__.setter
    def __traceback__(self, entries):
        set_traceback(self, entries)

    @property
    def __notes__(self):
        notes = ld(self, EXC_NOTES)
        if notes is None:
            raise_attribute_error(f"'{type_name(self)}' object has no attribute '__notes__'", self, "__notes__")
        return notes

    @__notes__.setter
    def __notes__(self, notes):
        st(self, EXC_NOTES, notes)

    @__notes__.deleter
    def __notes__(self):
        if ld(self, EXC_NOTES) is None:
            raise_not_stored(self, "__notes__")
        st(self, EXC_NOTES, None)


def set_traceback(exception, entries):
    """exception.__traceback__ = entries"""
    if entries is not None and not is_a(entries, traceback):
        raise TypeError("__traceback__ must be a traceback or None")
    st(exception, EXC_TRACEBACK, entries)
