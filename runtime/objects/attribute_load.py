"""Attributes: reading them."""

# What distinguishes a callable that takes no self in the window of a method call.
MARK = 0x10000


@trap("lda")
@names
def load_attribute(o, name):
    """o.name; the fast path is an instance's attribute in its slot."""
    if tag(o) == OBJECT:
        header = retag(ld(o, HEADER), INT)
        key = rshl(header, KEY_CLASS_SHIFT - HEADER_CLASS_SHIFT) & CLASS_PART | retag(name, INT)
        at = HEAP_FREE + ((key << 1) + (key >> KEY_CLASS_SHIFT) * SPREAD & TABLE_MASK)
        if ld(at, ATTRIBUTE_ENTRY_KEY) is key:
            slot = ld(at, ATTRIBUTE_ENTRY_SLOT)
            if slot < header & HEADER_AUX:
                value = ld(o, slot)
                if value is not END:
                    return value
            kind = ld(at, ATTRIBUTE_ENTRY_KIND)
            if kind is PLAIN and ld(o, INSTANCE_DICT) is None:
                return ld(at, ATTRIBUTE_ENTRY_VALUE)
            return load_hooked(o, name, kind & KIND_MASK, ld(at, ATTRIBUTE_ENTRY_VALUE))
    return load_other(o, name)


@trap("ldm")
def load_method(o, name):
    """The callable o.name and its first argument, for the window of a call."""
    t = tag(o)
    if t >= FLOAT and t != CLASS:
        header = retag(ld(o, HEADER), INT)
        key = rshl(header, KEY_CLASS_SHIFT - HEADER_CLASS_SHIFT) & CLASS_PART | retag(name, INT)
        at = HEAP_FREE + ((key << 1) + (key >> KEY_CLASS_SHIFT) * SPREAD & TABLE_MASK)
        if ld(at, ATTRIBUTE_ENTRY_KEY) is key and ld(at, ATTRIBUTE_ENTRY_KIND) is FUNCTION:
            if t == OBJECT:
                if ld(at, ATTRIBUTE_ENTRY_SLOT) >= header & HEADER_AUX and ld(o, INSTANCE_DICT) is None:
                    stf(link(depth(), LINK_DST), 1, o)
                    return ld(at, ATTRIBUTE_ENTRY_VALUE)
            else:
                stf(link(depth(), LINK_DST), 1, o)
                return ld(at, ATTRIBUTE_ENTRY_VALUE)
    return load_unusual_method(o, name, link(depth(), LINK_DST) + 1)


def load_unusual_method(o, name, receiver):
    """The same without an entry in the table, or where the method is no function of the class
    or may be hidden by an attribute of the object; the first argument goes to a frame
    address."""
    if tag(o) != CLASS:
        at = find_entry(class_id(o), name)
        if ld(at, ATTRIBUTE_ENTRY_KIND) is FUNCTION:
            value = ld(at, ATTRIBUTE_ENTRY_VALUE)
            if tag(o) != OBJECT or own_attribute(o, name) is END:
                stf(receiver, 0, o)
                return value
    if is_a(o, super) and ld(o, SUPER_OBJECT) is not ld(o, SUPER_TYPE):
        method = find_after(ld(o, SUPER_CLASS), ld(o, SUPER_TYPE), name)
        if tag(method) == FUNC:
            stf(receiver, 0, ld(o, SUPER_OBJECT))
            return method
    method = load_attribute(o, name)
    if is_a(method, bound_method):
        f = ld(method, METHOD_FUNC)
        if tag(f) == FUNC:
            stf(receiver, 0, ld(method, METHOD_SELF))
            return f
    stf(receiver, 0, None)
    if tag(method) < FLOAT:
        # A constant, which has no room for a mark: calling it raises.
        return method
    if tag(method) == FUNC:
        return retag(method, BOX)
    return retag(retag(method, INT) | MARK, tag(method))


def load_other(o, name):
    """o.name for anything but an instance of a class of the program."""
    if tag(o) == CLASS:
        return load_class_attribute(o, name)
    at = find_entry(class_id(o), name)
    return load_hooked(o, name, ld(at, ATTRIBUTE_ENTRY_KIND) & KIND_MASK, ld(at, ATTRIBUTE_ENTRY_VALUE))


def load_hooked(o, name, kind, found):
    """o.name; the class attribute is known. If it is missing, or a descriptor raises
    AttributeError, `__getattr__` of the class is asked."""
    if kind == OVERRIDDEN:
        return load_overridden(o, name)
    if kind == SUPER_KIND:
        return load_super(o, name)
    if kind < GETTER:
        value = load_generic(o, name, kind, found)
        if value is END:
            return load_missing(o, name)
        return value
    if special(o, "__getattr__") is END:
        value = load_generic(o, name, kind, found)
        if value is END:
            raise_no_attribute(o, name)
        return value
    try:
        value = load_generic(o, name, kind, found)
    except AttributeError:
        value = END
    if value is END:
        return load_missing(o, name)
    return value


def load_overridden(o, name):
    """o.name for a class with `__getattribute__`."""
    if special(o, "__getattr__") is END:
        return special1(o, "__getattribute__", name)
    try:
        return special1(o, "__getattribute__", name)
    except AttributeError:
        pass
    return special1(o, "__getattr__", name)


def load_missing(o, name):
    """An attribute that was not found: `__getattr__`, or AttributeError."""
    value = special1(o, "__getattr__", name)
    if value is END:
        raise_no_attribute(o, name)
    return value


def load_generic(o, name, kind, found):
    """object.__getattribute__, or END: data descriptors, the object's own attributes,
    attributes of the class. A descriptor without `__get__` is an attribute like others."""
    if exists(own_class) and kind == DATA and special(found, "__get__") is END:
        kind = PLAIN
    if kind >= FIRST_DATA and kind != WITH_DICT:
        return bind(found, kind, o, class_of(o))
    value = own_attribute(o, name)
    if value is not END:
        return value
    if found is END:
        if name is "__dict__":
            return attributes_of(o)
        return END
    if kind == PLAIN:
        return found
    if kind == WITH_DICT:
        kind = kind_of(found)
    return bind(found, kind, o, class_of(o))


def own_attribute(o, name):
    """An attribute of the object itself, or END."""
    t = tag(o)
    if t == OBJECT:
        attributes = ld(o, INSTANCE_DICT)
        if attributes is not None:
            return dict_get(attributes, name)
        layout = ld(class_of(o), CLASS_LAYOUT)
        if layout is None:
            return END
        slot = dict_get(layout, name)
        if slot is END or slot >= retag(ld(o, HEADER), INT) & HEADER_AUX:
            return END
        return ld(o, slot)
    if t == FUNC:
        attributes = function_field(o, FUNC_DICT)
        if attributes is not None:
            return dict_get(attributes, name)
    if is_a(o, module):
        return module_attribute(o, name)
    return END


def bind(value, kind, o, cls):
    """An attribute of a class as an attribute of its instance, or of the class if o is
    None."""
    if kind == FUNCTION:
        return new_method(value, o)
    if exists(property) and kind == PROPERTY_KIND:
        return get_property(value, o)
    if exists(member_descriptor) and kind == SLOT_KIND:
        return get_member(value, o)
    if kind == STATIC:
        return ld(value, STATICMETHOD_FUNC)
    if exists(classmethod) and kind == CLASS_METHOD:
        return bind_class_method(ld(value, CLASSMETHOD_FUNC), cls)
    if exists(own_class) and (kind == GETTER or kind == DATA):
        result = special2(value, "__get__", o, cls)
        if result is not END:
            return result
    return value


def bind_class_method(f, cls):
    """What a class method wraps, bound to a class; also a property or another descriptor."""
    kind = kind_of(f)
    if kind == PLAIN:
        kind = FUNCTION
    return bind(f, kind, cls, cls)


def new_method(f, self):
    """A bound method."""
    method = alloc(bound_method, METHOD_WORDS)
    st(method, METHOD_FUNC, f)
    st(method, METHOD_SELF, self)
    return method


def load_class_attribute(cls, name):
    """cls.name: data descriptors of the metaclass, attributes along the class's MRO,
    the metaclass's other attributes."""
    at = find_entry(class_id(cls), name)
    kind = ld(at, ATTRIBUTE_ENTRY_KIND) & KIND_MASK
    of_metaclass = ld(at, ATTRIBUTE_ENTRY_VALUE)
    if kind == OVERRIDDEN:
        return load_overridden(cls, name)
    if not defined("__getattr__") or special(cls, "__getattr__") is END:
        value = load_class_generic(cls, name, kind, of_metaclass)
        if value is END:
            raise_no_attribute(cls, name)
        return value
    try:
        value = load_class_generic(cls, name, kind, of_metaclass)
    except AttributeError:
        value = END
    if value is END:
        return load_missing(cls, name)
    return value


def load_class_generic(cls, name, kind, of_metaclass):
    """type.__getattribute__, or END."""
    if exists(own_class) and kind == DATA and special(of_metaclass, "__get__") is END:
        kind = PLAIN
    if kind >= FIRST_DATA:
        return bind(of_metaclass, kind, cls, class_of(cls))
    value = lookup(cls, name)
    if value is not END:
        return bind_to_class(value, cls)
    if of_metaclass is END:
        return END
    return bind(of_metaclass, kind, cls, class_of(cls))


def bind_to_class(value, cls):
    """An attribute of a class as seen through the class."""
    if tag(value) < OBJECT:
        return value
    kind = kind_of(value)
    if kind == STATIC or kind == CLASS_METHOD or kind == GETTER or kind == DATA:
        return bind(value, kind, None, cls)
    return value


@names
def find_attribute(o, name):
    """o.name, or END where that raises AttributeError."""
    if tag(o) != CLASS:
        at = find_entry(class_id(o), name)
        kind = ld(at, ATTRIBUTE_ENTRY_KIND) & KIND_MASK
        found = ld(at, ATTRIBUTE_ENTRY_VALUE)
        if kind < GETTER and special(o, "__getattr__") is END:
            return load_generic(o, name, kind, found)
    try:
        return load_attribute(o, name)
    except AttributeError:
        return END


def raise_no_attribute(o, name):
    """Raises AttributeError."""
    raise_attribute_error(no_attribute(o, name), o, name)


def no_attribute(o, name):
    """The message of the AttributeError for one that is missing."""
    if tag(o) == CLASS:
        message = f"type object '{ld(o, CLASS_NAME)}' has no attribute '{name}'"
    elif is_a(o, module):
        message = f"module '{ld(o, MODULE_NAME)}' has no attribute '{name}'"
        if ld(o, MODULE_BODY) is IMPORTING:
            message = concat(concat("partially initialized ", message), " (most likely due to a circular import)")
    else:
        message = f"'{type_name(o)}' object has no attribute '{name}'"
    return message


def raise_attribute_error(message, o, name):
    """Raises AttributeError about an attribute of an object."""
    similar_names
    error = new_exception(AttributeError, (message,))
    st(error, EXC_VALUE, name)
    st(error, EXC_OTHER, o)
    raise_new(error)
