"""`__slots__`: attributes with a place of their own before the attribute slots."""

MEMBER_NAME = 1
MEMBER_OFFSET = 2
MEMBER_CLASS = 3
MEMBER_WORDS = 4


class member_descriptor:
    """The attribute of a class for a name in its `__slots__`."""

    def __get__(self, o, cls=None, /):
        if o is None:
            return self
        return get_member(self, o)

    def __set__(self, o, value, /):
        set_member(self, o, value)

    def __repr__(self):
        return f"<member '{ld(self, MEMBER_NAME)}' of '{ld(ld(self, MEMBER_CLASS), CLASS_NAME)}' objects>"

    @property
    def __name__(self):
        return ld(self, MEMBER_NAME)


def add_slots(cls, attributes, bases):
    """Adds the members that `__slots__` names; returns CLASS_NO_DICT if instances have no
    other attributes, else 0."""
    if not defined("__slots__"):
        return 0
    names = dict_get(attributes, "__slots__")
    if names is END:
        return 0
    if tag(names) == STR:
        names = (names,)
    no_dict = CLASS_NO_DICT
    for i in range(ld(bases, TUPLE_LENGTH)):
        if has_dict(ld(bases, TUPLE_ITEMS + i)):
            no_dict = 0
    names = tuple_of(names)
    for i in range(ld(names, TUPLE_LENGTH)):
        name = ld(names, TUPLE_ITEMS + i)
        if tag(name) != STR:
            raise TypeError(f"__slots__ items must be strings, not '{type_name(name)}'")
        if str_equal(name, "__dict__"):
            no_dict = 0
        elif not str_equal(name, "__weakref__"):
            add_member(cls, attributes, mangled(ld(cls, CLASS_NAME), name))
    return no_dict


def has_dict(base):
    """True if instances of a class have attributes besides `__slots__`."""
    if ld(base, CLASS_FLAGS) & CLASS_FROM_PROGRAM:
        return ld(base, CLASS_FLAGS) & CLASS_NO_DICT == 0
    return is_exception_class(base)


def add_member(cls, attributes, name):
    """Adds a member."""
    if dict_get(attributes, name) is not END:
        raise ValueError(f"{repr_text(name)} in __slots__ conflicts with class variable")
    offset = ld(cls, CLASS_BASE)
    if offset > LAST_SLOT:
        raise TypeError("too many __slots__")
    member = alloc(member_descriptor, MEMBER_WORDS)
    st(member, MEMBER_NAME, name)
    st(member, MEMBER_OFFSET, offset)
    st(member, MEMBER_CLASS, cls)
    dict_set(attributes, name, member)
    st(cls, CLASS_BASE, offset + 1)


def mangled(owner, name):
    """The name of a private attribute `__name` of a class."""
    length = ld(name, STR_LENGTH)
    if length < 2 or char_at(name, 0) != 95 or char_at(name, 1) != 95:
        return name
    if char_at(name, length - 1) == 95 and char_at(name, length - 2) == 95:
        return name
    skip = 0
    while skip < ld(owner, STR_LENGTH) and char_at(owner, skip) == 95:
        skip += 1
    if skip == ld(owner, STR_LENGTH):
        return name
    return concat(concat("_", substring(owner, skip, ld(owner, STR_LENGTH))), name)


def check_member(member, o):
    """Raises TypeError if an object is no instance of a member's class."""
    if tag(o) != OBJECT or not is_instance(o, ld(member, MEMBER_CLASS)):
        owner = ld(ld(member, MEMBER_CLASS), CLASS_NAME)
        raise TypeError(f"descriptor '{ld(member, MEMBER_NAME)}' for '{owner}' objects doesn't apply to a '{type_name(o)}' object")


def get_member(member, o):
    """The member's value in an instance."""
    check_member(member, o)
    value = ld(o, ld(member, MEMBER_OFFSET))
    if value is END:
        name = ld(member, MEMBER_NAME)
        raise_attribute_error(f"'{type_name(o)}' object has no attribute '{name}'", o, name)
    return value


def delete_member(member, o):
    """Takes the member's value from an instance."""
    check_member(member, o)
    if ld(o, ld(member, MEMBER_OFFSET)) is END:
        raise AttributeError(ld(member, MEMBER_NAME))
    st(o, ld(member, MEMBER_OFFSET), END)


def set_member(member, o, value):
    """Sets the member in an instance."""
    check_member(member, o)
    st(o, ld(member, MEMBER_OFFSET), value)
