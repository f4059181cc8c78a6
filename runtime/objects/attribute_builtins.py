"""The builtin functions about attributes."""


@builtin
def getattr(o, name, default=END, /):
    """getattr(object, name[, default]) -> value"""
    if tag(name) != STR:
        name = attribute_name(name)
    if default is END:
        return load_attribute(o, name)
    value = find_attribute(o, name)
    if value is END:
        return default
    return value


@builtin
def hasattr(o, name, /):
    """Return whether the object has an attribute with the given name."""
    if tag(name) != STR:
        name = attribute_name(name)
    return find_attribute(o, name) is not END


@builtin
def setattr(o, name, value, /):
    """Sets the named attribute on the given object to the specified value."""
    if tag(name) != STR:
        name = attribute_name(name)
    set_attribute(o, name, value)


@builtin
def delattr(o, name, /):
    """Deletes the named attribute from the given object."""
    if tag(name) != STR:
        name = attribute_name(name)
    delete_attribute(o, name)


def attribute_name(name):
    """A name that is an instance of a subclass of str."""
    payload = payload_of(name)
    if tag(payload) != STR:
        raise TypeError(f"attribute name must be string, not '{type_name(name)}'")
    return payload


@builtin
def callable(o, /):
    """Return whether the object is callable."""
    return is_callable(o)


def is_callable(o):
    """True for what can be called."""
    t = tag(o)
    if t == FUNC or t == CLASS or is_a(o, bound_method):
        return True
    method = special(o, "__call__")
    return method is not END and method is not None


@builtin
def id(o, /):
    """Return the identity of an object."""
    return identity(o)


@builtin
def vars(o=END, /):
    """The attributes of an object."""
    if o is END:
        raise NotImplementedError("vars() without an argument")
    attributes = find_attribute(o, "__dict__")
    if attributes is END:
        raise TypeError("vars() argument must have __dict__ attribute")
    return attributes


@builtin
def dir(o=END, /):
    """The names of an object's attributes, sorted."""
    if o is END:
        raise NotImplementedError("dir() without an argument")
    names = list_of(special0(o, "__dir__"))
    names.sort()
    return names


def names_of(o):
    """The names of an object's attributes, as a LIST."""
    found = new_dict()
    attributes = find_attribute(o, "__dict__")
    if attributes is not END:
        add_names(found, payload_of(attributes))
    add_class_names(found, class_of(o))
    return list_of(found)


def names_of_class(cls):
    """The names of a class's attributes, as a LIST."""
    found = new_dict()
    add_class_names(found, cls)
    return list_of(found)


def add_class_names(found, cls):
    """Adds the names along a class's MRO."""
    mro = ld(cls, CLASS_MRO)
    for i in range(ld(mro, TUPLE_LENGTH)):
        add_names(found, ld(ld(mro, TUPLE_ITEMS + i), CLASS_DICT))


def add_names(found, attributes):
    """Adds the keys of a dictionary."""
    if tag(attributes) != DICT:
        return
    entries = ld(attributes, DICT_ENTRIES)
    for i in range(ld(attributes, DICT_USED)):
        name = ld(entries, STORAGE_ITEMS + DICT_ENTRY_KEY + i * DICT_ENTRY_WORDS)
        if name is not END:
            dict_set(found, name, None)
