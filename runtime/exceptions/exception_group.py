"""Exception groups, and `except*`.

EXC_VALUE of a group is its message, EXC_OTHER the TUPLE of its exceptions."""


@builtin
class BaseExceptionGroup(BaseException):
    """A combination of multiple unrelated exceptions."""

    @staticmethod
    def __new__(cls, message, exceptions, /):
        return new_group(cls, message, exceptions)

    def __init__(self, /, *args, **kwargs):
        exception_arguments
        no_keywords(self, kwargs)
        st(self, EXC_ARGS, args)

    def __str__(self):
        count = ld(ld(self, EXC_OTHER), TUPLE_LENGTH)
        return f"{ld(self, EXC_VALUE)} ({count} sub-exception{plural(count)})"

    def derive(self, exceptions, /):
        return BaseExceptionGroup(ld(self, EXC_VALUE), exceptions)

    def split(self, condition, /):
        matcher_of(condition)
        return split_group(self, condition)

    def subgroup(self, condition, /):
        matcher_of(condition)
        return ld(split_group(self, condition), TUPLE_ITEMS)

    @classmethod
    def __class_getitem__(cls, item, /):
        return generic_alias(cls, item)

    @property
    def message(self):
        return ld(self, EXC_VALUE)

    @property
    def exceptions(self):
        return ld(self, EXC_OTHER)


@builtin
class ExceptionGroup(BaseExceptionGroup, Exception):
    """A group of exceptions that are all derived from Exception."""


def new_group(cls, message, exceptions):
    """A new group; it is an ExceptionGroup if it can be one."""
    if tag(payload_of(message)) != STR:
        raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {type_name(message)}")
    if not has_method(exceptions, "__getitem__") or tag(payload_of(exceptions)) == DICT:
        raise TypeError("second argument (exceptions) must be a sequence")
    members = tuple_of(exceptions)
    count = ld(members, TUPLE_LENGTH)
    if count == 0:
        raise ValueError("second argument (exceptions) must be a non-empty sequence")
    ordinary = True
    for i in range(count):
        member = ld(members, TUPLE_ITEMS + i)
        if not is_exception(member):
            raise ValueError(f"Item {i} of second argument (exceptions) is not an exception")
        if not is_instance(member, class_named(cid_of(Exception))):
            ordinary = False
    if cls is class_named(cid_of(BaseExceptionGroup)):
        if ordinary:
            ExceptionGroup
            cls = class_named(cid_of(ExceptionGroup))
    elif not ordinary:
        if cls is class_named(cid_of(ExceptionGroup)):
            raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
        if is_subclass(cls, class_named(cid_of(Exception))):
            raise TypeError(f"Cannot nest BaseExceptions in '{ld(cls, CLASS_NAME)}'")
    group = new_exception(cls, (message, exceptions))
    st(group, EXC_VALUE, message)
    st(group, EXC_OTHER, members)
    return group


def matcher_of(condition):
    """Checks the argument of split and subgroup."""
    if tag(condition) == FUNC:
        return
    if tag(condition) == CLASS and is_exception_class(condition):
        return
    if tag(condition) == TUPLE:
        for i in range(ld(condition, TUPLE_LENGTH)):
            cls = ld(condition, TUPLE_ITEMS + i)
            if tag(cls) != CLASS or not is_exception_class(cls):
                raise_not_matcher()
        return
    if tag(condition) == CLASS or not is_callable(condition):
        raise_not_matcher()


def raise_not_matcher():
    """Raises TypeError."""
    raise TypeError("expected a function, exception type or tuple of exception types")


def satisfies(exception, condition):
    """True if an exception satisfies the condition of split or subgroup."""
    if tag(condition) == CLASS or tag(condition) == TUPLE:
        return match_exc(exception, condition)
    return truth(condition(exception))


def split_group(exception, condition):
    """The exceptions of a tree that satisfy a condition and those that don't, as a TUPLE
    of two trees of the same form or None."""
    check_stack()
    if satisfies(exception, condition):
        return (exception, None)
    if not is_group(exception):
        return (None, exception)
    matched = new_list(0)
    rest = new_list(0)
    members = ld(exception, EXC_OTHER)
    for i in range(ld(members, TUPLE_LENGTH)):
        parts = split_group(ld(members, TUPLE_ITEMS + i), condition)
        if ld(parts, TUPLE_ITEMS) is not None:
            list_append(matched, ld(parts, TUPLE_ITEMS))
        if ld(parts, TUPLE_ITEMS + 1) is not None:
            list_append(rest, ld(parts, TUPLE_ITEMS + 1))
    return (derived_group(exception, matched), derived_group(exception, rest))


def is_group(x):
    """True for an exception group."""
    return is_exception(x) and is_instance(x, class_named(cid_of(BaseExceptionGroup)))


def derived_group(group, members):
    """A group like another one with other exceptions, None if there are none."""
    if ld(members, LIST_LENGTH) == 0:
        return None
    derived = group.derive(members)
    if not is_group(derived):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    st(derived, EXC_TRACEBACK, ld(group, EXC_TRACEBACK))
    st(derived, EXC_CONTEXT, ld(group, EXC_CONTEXT))
    st(derived, EXC_CAUSE, ld(group, EXC_CAUSE))
    st(derived, EXC_SUPPRESS, ld(group, EXC_SUPPRESS))
    notes = ld(group, EXC_NOTES)
    if notes is not None and tag(notes) == LIST:
        st(derived, EXC_NOTES, list_of(notes))
    return derived


def match_star(exception, classes):
    """What `except* classes` takes of an exception, and the rest: a TUPLE of two, each
    may be None."""
    check_star(classes)
    if exception is None:
        return (None, None)
    if not is_group(exception):
        if match_exc(exception, classes):
            wrapped = new_group(class_named(cid_of(BaseExceptionGroup)), "", (exception,))
            return (wrapped, None)
        return (None, exception)
    if match_exc(exception, classes):
        return (exception, None)
    return split_group(exception, classes)


def check_star(classes):
    """Raises TypeError for what `except*` cannot catch."""
    match_exc(None, classes)
    if tag(classes) == CLASS:
        classes = (classes,)
    classes = payload_of(classes)
    for i in range(ld(classes, TUPLE_LENGTH)):
        if is_subclass(ld(classes, TUPLE_ITEMS + i), class_named(cid_of(BaseExceptionGroup))):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")


def prep_reraise_star(original, exceptions):
    """What remains of an exception after `except*` blocks: `exceptions` is the LIST of
    those that the blocks raised, with None and parts that none took. None if nothing."""
    raised = new_list(0)
    again = new_list(0)
    storage = ld(exceptions, LIST_STORAGE)
    for i in range(ld(exceptions, LIST_LENGTH)):
        exception = ld(storage, STORAGE_ITEMS + i)
        if exception is not None:
            if not is_group(original):
                return exception
            if is_part_of(exception, original):
                list_append(again, exception)
            else:
                list_append(raised, exception)
    if not is_group(original):
        return None
    rest = projection(original, again)
    if ld(raised, LIST_LENGTH) == 0:
        return rest
    if rest is not None:
        list_append(raised, rest)
    if ld(raised, LIST_LENGTH) == 1:
        return ld(ld(raised, LIST_STORAGE), STORAGE_ITEMS)
    return new_group(class_named(cid_of(BaseExceptionGroup)), "", raised)


def is_part_of(exception, original):
    """True if an exception is the original one, or a part that was split from it."""
    return is_group(exception) and ld(exception, EXC_TRACEBACK) is ld(original, EXC_TRACEBACK)


def projection(original, parts):
    """The original group with only those exceptions that are in one of its parts."""
    if ld(parts, LIST_LENGTH) == 0:
        return None
    leaves = new_list(0)
    storage = ld(parts, LIST_STORAGE)
    for i in range(ld(parts, LIST_LENGTH)):
        add_leaves(leaves, ld(storage, STORAGE_ITEMS + i))
    return keep_leaves(original, leaves)


def add_leaves(leaves, exception):
    """Adds the exceptions of a tree that are no groups to a list."""
    if not is_group(exception):
        list_append(leaves, exception)
        return
    check_stack()
    members = ld(exception, EXC_OTHER)
    for i in range(ld(members, TUPLE_LENGTH)):
        add_leaves(leaves, ld(members, TUPLE_ITEMS + i))


def keep_leaves(exception, leaves):
    """The part of a tree with these exceptions, None if it is empty."""
    if not is_group(exception):
        if holds(leaves, exception):
            return exception
        return None
    check_stack()
    kept = new_list(0)
    members = ld(exception, EXC_OTHER)
    whole = True
    for i in range(ld(members, TUPLE_LENGTH)):
        member = ld(members, TUPLE_ITEMS + i)
        part = keep_leaves(member, leaves)
        if part is not member:
            whole = False
        if part is not None:
            list_append(kept, part)
    if whole:
        return exception
    return derived_group(exception, kept)
