"""Attributes: setting and deleting them.

An instance is regular while its attributes are the first ones of its class's layout,
in that order: they are in the slots from the class's BASE on, and the header's aux is
the offset of the first empty slot. Anything else makes it irregular: then aux is
0 and all attributes are in a dictionary.

An allocation changes the states in headers: one that was read before it is not written
back."""

# No slot has a larger offset: then aux is the one after it.
LAST_SLOT = HEADER_AUX_MASK - 1


@trap("sta")
def store_attribute(o, name):
    """o.name = value; the fast path is an instance's slot, filled or the next one."""
    if tag(o) == OBJECT:
        header = retag(ld(o, HEADER), INT)
        key = rshl(header, KEY_CLASS_SHIFT - HEADER_CLASS_SHIFT) & CLASS_PART | retag(name, INT)
        at = HEAP_FREE + ((key << 1) + (key >> KEY_CLASS_SHIFT) * SPREAD & TABLE_MASK)
        if ld(at, ATTRIBUTE_ENTRY_KEY) is key and ld(at, ATTRIBUTE_ENTRY_KIND) < CUSTOM_STORE:
            slot = ld(at, ATTRIBUTE_ENTRY_SLOT)
            aux = header & HEADER_AUX
            if slot < aux:
                st(o, slot, ldf(link(depth(), LINK_DST), 0))
                return
            if slot == aux and slot < block_words(header):
                st(o, slot, ldf(link(depth(), LINK_DST), 0))
                st(o, HEADER, retag(radd(header, 1), RAW))
                return
    set_attribute(o, name, ldf(link(depth(), LINK_DST), 0))


def set_attribute(o, name, value):
    """o.name = value."""
    if ld(class_of(o), CLASS_FLAGS) & CLASS_HAS_SETATTR:
        special2(o, "__setattr__", name, value)
    else:
        set_generic(o, name, value)


def set_generic(o, name, value):
    """object.__setattr__ and type.__setattr__."""
    found = special(o, name)
    kind = kind_of(found)
    if kind >= FIRST_DATA:
        set_data(o, name, found, kind, value)
    elif tag(o) == CLASS:
        set_class_attribute(o, name, value)
    elif tag(o) == OBJECT:
        if name is "__dict__":
            set_dict(o, value)
        else:
            set_own(o, name, found, value)
    elif tag(o) == FUNC:
        if is_builtin_function(o):
            raise_not_stored(o, name)
        dict_set(function_dict(o), name, value)
    elif is_a(o, module):
        set_module_attribute(o, name, value)
    else:
        raise_not_settable(o, name, found)


def set_data(o, name, found, kind, value):
    """Sets an attribute by a data descriptor of the class."""
    if kind == PROPERTY_KIND:
        setter = ld(found, PROPERTY_SET)
        if setter is None:
            raise AttributeError(no_change(o, name, found, "setter"))
        setter(o, value)
    elif kind == SLOT_KIND:
        set_member(found, o, value)
    elif special2(found, "__set__", o, value) is END:
        raise AttributeError("__set__")


def no_change(o, name, found, what):
    """The message for a property that cannot be set or deleted: one of the program, or one
    of a builtin class."""
    if tag(ld(found, PROPERTY_NAME)) == RAW:
        return f"attribute '{name}' of '{type_name(o)}' objects is not writable"
    return no_accessor(o, property_name(found), what)


def no_accessor(o, name, what):
    """The message of the AttributeError for a property."""
    title = "property"
    if name is not None:
        title = f"property '{name}'"
    return f"{title} of '{ld(class_of(o), CLASS_QUALNAME)}' object has no {what}"


def raise_not_stored(o, name):
    """Raises AttributeError: one without the object, so that nothing is suggested."""
    raise AttributeError(no_attribute(o, name))


def raise_not_settable(o, name, found):
    """Raises AttributeError for an object without attributes of its own."""
    if found is END:
        raise_not_stored(o, name)
    raise AttributeError(f"'{type_name(o)}' object attribute '{name}' is read-only")


def set_own(o, name, found, value):
    """Sets an attribute of an instance itself."""
    cls = class_of(o)
    if has_no_dict(cls):
        raise_not_settable(o, name, found)
    attributes = ld(o, INSTANCE_DICT)
    if attributes is not None:
        dict_set(attributes, name, value)
        return
    header = retag(ld(o, HEADER), INT)
    aux = header & HEADER_AUX
    slot = slot_for(cls, name, aux)
    if slot < aux:
        st(o, slot, value)
    elif slot == aux and slot < block_words(header):
        st(o, slot, value)
        st(o, HEADER, retag(radd(ld(o, HEADER), 1), RAW))
    else:
        if slot == aux and slot < LAST_SLOT:
            expect_slots(cls, slot - ld(cls, CLASS_BASE) + 1)
        dict_set(make_irregular(o), name, value)


def set_dict(o, attributes):
    """o.__dict__ = attributes"""
    if tag(attributes) != DICT:
        raise TypeError(f"__dict__ must be set to a dictionary, not a '{type_name(attributes)}'")
    make_irregular(o)
    st(o, INSTANCE_DICT, attributes)


def slot_for(cls, name, aux):
    """The slot of an attribute; if the class's layout does not have it and all of the
    layout is filled in the instance, the layout gets it. Else NO_SLOT."""
    layout = ld(cls, CLASS_LAYOUT)
    if layout is None:
        layout = new_dict()
        st(cls, CLASS_LAYOUT, layout)
    slot = dict_get(layout, name)
    if slot is not END:
        return slot
    slot = ld(cls, CLASS_BASE) + ld(layout, DICT_LENGTH)
    if slot != aux or slot > LAST_SLOT:
        return NO_SLOT
    dict_set(layout, name, slot)
    forget_entries(cls, name)
    return slot


def expect_slots(cls, count):
    """Makes new instances of a class larger."""
    if count > ld(cls, CLASS_SLOTS):
        st(cls, CLASS_SLOTS, count)


def make_irregular(o):
    """Moves the attributes of an instance to a dictionary, which is returned."""
    attributes = ld(o, INSTANCE_DICT)
    if attributes is not None:
        return attributes
    attributes = new_dict()
    header = retag(ld(o, HEADER), INT)
    cls = class_of(o)
    base = ld(cls, CLASS_BASE)
    filled = (header & HEADER_AUX) - base
    if filled > 0:
        names = ld(ld(cls, CLASS_LAYOUT), DICT_ENTRIES)
        for i in range(filled):
            dict_set(attributes, ld(names, STORAGE_ITEMS + DICT_ENTRY_KEY + i * DICT_ENTRY_WORDS), ld(o, base + i))
        for i in range(filled):
            st(o, base + i, END)
    st(o, HEADER, retag(retag(ld(o, HEADER), INT) & ~HEADER_AUX, RAW))
    st(o, INSTANCE_DICT, attributes)
    return attributes


def attributes_of(o):
    """o.__dict__, or END if there is none."""
    if tag(o) == OBJECT:
        if has_no_dict(class_of(o)):
            return END
        return make_irregular(o)
    if tag(o) == FUNC and not is_builtin_function(o):
        return function_dict(o)
    if is_a(o, module):
        return module_dict(o)
    return END


def has_no_dict(cls):
    """True if instances of a class have no attributes besides `__slots__`."""
    return ld(cls, CLASS_FLAGS) & CLASS_NO_DICT != 0 or ld(cls, CLASS_ID) == OBJECT_ID


def function_dict(f):
    """The attributes of a function of the program."""
    if is_builtin_function(f):
        raise AttributeError(f"'{type_name(f)}' object has no attribute '__dict__'")
    attributes = ld(f, FUNC_DICT)
    if attributes is None:
        attributes = new_dict()
        st(f, FUNC_DICT, attributes)
    return attributes


@trap("dela")
def delete_attribute(o, name):
    """del o.name"""
    if ld(class_of(o), CLASS_FLAGS) & CLASS_HAS_DELATTR:
        special1(o, "__delattr__", name)
    else:
        delete_generic(o, name)


def delete_generic(o, name):
    """object.__delattr__ and type.__delattr__."""
    found = special(o, name)
    kind = kind_of(found)
    if kind >= FIRST_DATA:
        delete_data(o, name, found, kind)
    elif tag(o) == CLASS:
        delete_class_attribute(o, name)
    elif tag(o) == OBJECT:
        delete_own(o, name, found)
    elif tag(o) == FUNC:
        if is_builtin_function(o) or not dict_del(function_dict(o), name):
            raise_not_stored(o, name)
    elif is_a(o, module):
        delete_module_attribute(o, name)
    else:
        raise_not_settable(o, name, found)


def delete_data(o, name, found, kind):
    """Deletes an attribute by a data descriptor of the class."""
    if kind == PROPERTY_KIND:
        deleter = ld(found, PROPERTY_DELETE)
        if deleter is None:
            raise AttributeError(no_change(o, name, found, "deleter"))
        deleter(o)
    elif kind == SLOT_KIND:
        delete_member(found, o)
    elif special1(found, "__delete__", o) is END:
        raise AttributeError("__delete__")


def delete_own(o, name, found):
    """Deletes an attribute of an instance itself: the last one stays regular."""
    value = own_attribute(o, name)
    if value is END:
        if has_no_dict(class_of(o)):
            raise_not_settable(o, name, found)
        raise_not_stored(o, name)
    if ld(o, INSTANCE_DICT) is None:
        header = retag(ld(o, HEADER), INT)
        last = (header & HEADER_AUX) - 1
        if dict_get(ld(class_of(o), CLASS_LAYOUT), name) == last:
            st(o, last, END)
            st(o, HEADER, retag(radd(ld(o, HEADER), -1), RAW))
            return
    dict_del(make_irregular(o), name)
