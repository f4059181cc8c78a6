"""super: attributes of the classes after one in the MRO of an object."""

SUPER_CLASS = 1
SUPER_OBJECT = 2
SUPER_TYPE = 3
SUPER_WORDS = 4


@builtin
class super:
    """super(type, obj) -> bound super object"""

    def __new__(cls, this=END, o=END, /):
        if this is END:
            raise RuntimeError("super(): no arguments")
        if o is END:
            o = None
        s = new_super(this, o)
        if cls is super:
            return s
        return new_native(cls, s)

    def __get__(self, o, cls=None, /):
        if o is None or ld(self, SUPER_OBJECT) is not None:
            return self
        return new_super(ld(self, SUPER_CLASS), o)

    def __repr__(self):
        if ld(self, SUPER_OBJECT) is None:
            return f"<super: <class '{ld(ld(self, SUPER_CLASS), CLASS_NAME)}'>, NULL>"
        return f"<super: <class '{ld(ld(self, SUPER_CLASS), CLASS_NAME)}'>, <{ld(ld(self, SUPER_TYPE), CLASS_NAME)} object>>"

    @property
    def __thisclass__(self):
        return ld(self, SUPER_CLASS)

    @property
    def __self__(self):
        return ld(self, SUPER_OBJECT)

    @property
    def __self_class__(self):
        return ld(self, SUPER_TYPE)


def new_super(cls, o):
    """super(cls, o)"""
    if tag(cls) != CLASS:
        raise TypeError(f"super() argument 1 must be a type, not {type_name(cls)}")
    s = alloc(super, SUPER_WORDS)
    st(s, SUPER_CLASS, cls)
    st(s, SUPER_OBJECT, o)
    st(s, SUPER_TYPE, None)
    if o is not None:
        st(s, SUPER_TYPE, super_type(cls, o))
    return s


def super_type(cls, o):
    """The class in whose MRO super() searches."""
    if tag(o) == CLASS and is_subclass(o, cls):
        return o
    if is_subclass(class_of(o), cls):
        return class_of(o)
    if defined("__class__"):
        says = find_attribute(o, "__class__")
        if says is not END and tag(says) == CLASS and is_subclass(says, cls):
            return says
    raise TypeError("super(type, obj): obj must be an instance or subtype of type")


def find_after(cls, searched, name):
    """The attribute in the classes after `cls` in the MRO of another class, or END."""
    mro = ld(searched, CLASS_MRO)
    count = ld(mro, TUPLE_LENGTH)
    i = 0
    while i < count and ld(mro, TUPLE_ITEMS + i) is not cls:
        i += 1
    i += 1
    while i < count:
        value = dict_get(ld(ld(mro, TUPLE_ITEMS + i), CLASS_DICT), name)
        if value is not END:
            return value
        i += 1
    return END


def load_super(s, name):
    """An attribute of a super object."""
    o = ld(s, SUPER_OBJECT)
    if o is not None and name is not "__class__":
        searched = ld(s, SUPER_TYPE)
        value = find_after(ld(s, SUPER_CLASS), searched, name)
        if value is not END:
            if o is searched:
                return bind_to_class(value, searched)
            return bind(value, kind_of(value), o, searched)
    found = special(s, name)
    if found is END:
        raise_no_attribute(s, name)
    return bind(found, kind_of(found), s, class_of(s))
