"""object: what all classes have."""


@builtin(tag=OBJECT)
class object:
    """The base class of the class hierarchy."""

    @staticmethod
    def __new__(cls, /, *args, **kwargs):
        if tag(cls) != CLASS:
            raise TypeError(f"object.__new__(X): X is not a type object ({type_name(cls)})")
        if is_exception_class(cls):
            exception_arguments
            return new_exception(cls, args)
        if ld(args, TUPLE_LENGTH) or ld(kwargs, DICT_LENGTH):
            if not uses_default_new(cls, lookup(cls, "__new__")):
                raise TypeError("object.__new__() takes exactly one argument (the type to instantiate)")
            if not is_custom(cls, "__init__"):
                raise TypeError(f"{ld(cls, CLASS_NAME)}() takes no arguments")
        if ld(cls, CLASS_NATIVE) or ld(cls, CLASS_BASE) == 0:
            name = ld(class_named(native_of(cls)), CLASS_NAME)
            raise TypeError(f"object.__new__({ld(cls, CLASS_NAME)}) is not safe, use {name}.__new__()")
        if defined("__abstractmethods__"):
            check_concrete(cls)
        return new_instance(cls)

    def __init__(self, /, *args, **kwargs):
        if ld(args, TUPLE_LENGTH) or ld(kwargs, DICT_LENGTH):
            cls = class_of(self)
            if is_custom(cls, "__init__"):
                raise TypeError("object.__init__() takes exactly one argument (the instance to initialize)")
            if uses_default_new(cls, lookup(cls, "__new__")):
                raise TypeError(f"{ld(cls, CLASS_NAME)}() takes no arguments")

    @classmethod
    def __init_subclass__(cls, **kwargs):
        if ld(kwargs, DICT_LENGTH):
            raise TypeError(f"{ld(cls, CLASS_QUALNAME)}.__init_subclass__() takes no keyword arguments")

    def __getattribute__(self, name, /):
        name = attribute_name(name)
        found = special(self, name)
        value = load_generic(self, name, kind_with_dict(self, found), found)
        if value is END:
            raise_no_attribute(self, name)
        return value

    def __setattr__(self, name, value, /):
        name = attribute_name(name)
        set_generic(self, name, value)

    def __delattr__(self, name, /):
        name = attribute_name(name)
        delete_generic(self, name)

    def __repr__(self):
        return default_repr(self)

    def __str__(self):
        return str_by_repr(self)

    def __format__(self, spec, /):
        return plain_format(self, format_argument(spec))

    def __hash__(self):
        return identity(self)

    def __eq__(self, other, /):
        if self is other:
            return True
        return NotImplemented

    def __ne__(self, other, /):
        # Builtin classes compare by themselves, whatever a class derived from them says.
        result = special1(payload_of(self), "__eq__", other)
        if result is NotImplemented or result is END:
            return NotImplemented
        return not truth(result)

    def __lt__(self, other, /):
        return NotImplemented

    def __le__(self, other, /):
        return NotImplemented

    def __gt__(self, other, /):
        return NotImplemented

    def __ge__(self, other, /):
        return NotImplemented

    def __dir__(self):
        return names_of(self)

    def __sizeof__(self):
        return block_words(retag(ld(self, HEADER), INT)) * 4

    @property
    def __class__(self):
        class_value
        return class_of(self)

    @__class__.setter
    def __class__(self, cls):
        change_class(self, cls)


def kind_with_dict(o, found):
    """The kind of a class attribute, for an object that may have a dictionary."""
    kind = kind_of(found)
    if kind < FIRST_DATA and tag(o) != OBJECT:
        return WITH_DICT
    return kind


def default_repr(o):
    """<C object at 0x…>"""
    cls = class_of(o)
    return f"<{module_prefix(cls)}{ld(cls, CLASS_QUALNAME)} object at {address_text(o)}>"


def module_prefix(cls):
    """The module of a class before its name, empty for a builtin class."""
    name = ld(cls, CLASS_MODULE)
    if tag(name) != STR or str_equal(name, "builtins"):
        return ""
    return concat(name, ".")


def address_text(o):
    """An object's address as repr() shows it."""
    return hex_text("0x0000", identity(o), 8)


def identity(o):
    """id(o): the address of an object, or what a word without one holds."""
    payload = retag(o, INT)
    t = tag(o)
    if t >= FLOAT:
        return payload & REFERENCE_ADDRESS
    return ((payload & 0xFFFFFF) << 4 | t) + 0x10000


def change_class(o, cls):
    """o.__class__ = cls"""
    if tag(cls) != CLASS:
        raise TypeError(f"__class__ must be set to a class, not '{type_name(cls)}' object")
    old = class_of(o)
    if tag(o) != OBJECT or not ld(cls, CLASS_FLAGS) & ld(old, CLASS_FLAGS) & CLASS_FROM_PROGRAM:
        raise TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
    if ld(cls, CLASS_BASE) != ld(old, CLASS_BASE) or ld(cls, CLASS_NATIVE) != ld(old, CLASS_NATIVE) or (ld(cls, CLASS_FLAGS) ^ ld(old, CLASS_FLAGS)) & CLASS_NO_DICT:
        raise TypeError(f"__class__ assignment: '{ld(cls, CLASS_NAME)}' object layout differs from '{ld(old, CLASS_NAME)}'")
    if not ld(cls, CLASS_FLAGS) & CLASS_NO_DICT:
        make_irregular(o)
    header = retag(ld(o, HEADER), INT)
    st(o, HEADER, retag(header & ~HEADER_CLASS | ld(cls, CLASS_ID) << HEADER_CLASS_SHIFT, RAW))
