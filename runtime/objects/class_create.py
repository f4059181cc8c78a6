"""Making classes: the class statement and type(name, bases, namespace)."""

# Attribute slots of the first instance of a class; the next ones get as many as it
# then had.
FIRST_SLOTS = 14


def build_class(body, name, bases, kwds):
    """The class statement. `body` fills a namespace and returns the cell of
    `__class__`, or None."""
    given = bases
    bases = resolve_bases(bases)
    metaclass = END
    if kwds is not None:
        metaclass = dict_get(kwds, "metaclass")
        if metaclass is not END:
            kwds = dict_copy(kwds)
            dict_del(kwds, "metaclass")
    metaclass = decide_metaclass(metaclass, bases)
    namespace = prepare(metaclass, name, bases, kwds)
    cell = body(namespace)
    if cell is not None:
        ns_set(namespace, "__classcell__", cell)
    if given is not bases:
        ns_set(namespace, "__orig_bases__", given)
    if not exists(builtin_class) or metaclass is class_named(TYPE_ID):
        return new_class(metaclass, name, bases, namespace, kwds)
    cls = call_ex(metaclass, (name, bases, namespace), kwds)
    if cell is not None and tag(cls) == CLASS:
        check_cell(ld(cell, CELL_VALUE), cls)
    return cls


def check_cell(value, cls):
    """Raises if a metaclass did not pass `__classcell__` on; what has become of it is given."""
    if tag(value) == UNBOUND:
        raise RuntimeError(f"__class__ not set defining {repr_text(ld(cls, CLASS_NAME))} as {repr_text(cls)}. Was __classcell__ propagated to type.__new__?")
    if value is not cls:
        raise TypeError(f"__class__ set to {repr_text(value)} defining {repr_text(ld(cls, CLASS_NAME))} as {repr_text(cls)}")


def resolve_bases(bases):
    """The bases, with those that are no classes replaced by what their
    `__mro_entries__` says."""
    if not defined("__mro_entries__") and not exists(GenericAlias):
        return bases
    count = ld(bases, TUPLE_LENGTH)
    plain = True
    for i in range(count):
        if tag(ld(bases, TUPLE_ITEMS + i)) != CLASS:
            plain = False
    if plain:
        return bases
    resolved = new_list(0)
    for i in range(count):
        base = ld(bases, TUPLE_ITEMS + i)
        entries = END
        if tag(base) != CLASS:
            entries = special1(base, "__mro_entries__", bases)
        if entries is not END and tag(payload_of(entries)) != TUPLE:
            raise TypeError("__mro_entries__ must return a tuple")
        if entries is END:
            list_append(resolved, base)
        else:
            list_extend(resolved, entries)
    return list_to_tuple(resolved)


def decide_metaclass(metaclass, bases):
    """The most derived metaclass of the given one and those of the bases."""
    if metaclass is END:
        metaclass = class_named(TYPE_ID)
        if ld(bases, TUPLE_LENGTH):
            metaclass = class_of(ld(bases, TUPLE_ITEMS))
    if tag(metaclass) != CLASS:
        return metaclass
    for i in range(ld(bases, TUPLE_LENGTH)):
        other = class_of(ld(bases, TUPLE_ITEMS + i))
        if not is_subclass(metaclass, other):
            if not is_subclass(other, metaclass):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
            metaclass = other
    return metaclass


def prepare(metaclass, name, bases, kwds):
    """The namespace for a class body."""
    if not defined("__prepare__") or metaclass is class_named(TYPE_ID):
        return new_dict()
    function = find_attribute(metaclass, "__prepare__")
    if function is END:
        return new_dict()
    namespace = call_ex(function, (name, bases), kwds)
    if tag(namespace) != DICT and special(namespace, "__getitem__") is END:
        maker = "<metaclass>"
        if tag(metaclass) == CLASS:
            maker = ld(metaclass, CLASS_NAME)
        raise TypeError(f"{maker}.__prepare__() must return a mapping, not {type_name(namespace)}")
    return namespace


# The id of a class that was freed, the first of their list (collector.py), or 0.
free_class = 0


class own_class:
    """Can exist if the program makes classes."""


def new_class(metaclass, name, bases, namespace, kwds):
    """type.__new__"""
    own_class
    class_value
    if ld(bases, TUPLE_LENGTH) == 0:
        bases = (class_named(OBJECT_ID),)
    for i in range(ld(bases, TUPLE_LENGTH)):
        check_base(ld(bases, TUPLE_ITEMS + i))
    metaclass = decide_metaclass(metaclass, bases)
    best = ld(bases, TUPLE_ITEMS)
    if ld(bases, TUPLE_LENGTH) > 1:
        best = best_base(bases)
    cls = retag(allocate(ld(metaclass, CLASS_ID) << HEADER_CLASS_SHIFT, CLASS_WORDS), CLASS)
    attributes = dict_copy(payload_of(namespace))
    st(cls, CLASS_ID, class_count)
    st(cls, CLASS_NAME, name)
    st(cls, CLASS_QUALNAME, name)
    st(cls, CLASS_BASES, bases)
    st(cls, CLASS_DICT, attributes)
    st(cls, CLASS_LAYOUT, None)
    st(cls, CLASS_BASE, first_slot(best))
    st(cls, CLASS_NATIVE, native_of(best))
    st(cls, CLASS_FLAGS, CLASS_FROM_PROGRAM)
    st(cls, CLASS_MODULE, None)
    st(cls, CLASS_SUBCLASSES, None)
    st(cls, CLASS_SLOTS, FIRST_SLOTS)
    st(cls, CLASS_MRO, new_mro(cls, bases))
    numbered = False
    if defined("mro"):
        numbered = take_own_mro(cls, metaclass)
    complete_namespace(cls, attributes)
    no_dict = add_slots(cls, attributes, bases)
    cell = dict_get(attributes, "__classcell__")
    if cell is not END:
        if defined("__classcell__"):
            check_is_cell(cell)
        dict_del(attributes, "__classcell__")
    if not numbered:
        number_class(cls)
    st(cls, CLASS_FLAGS, class_flags(cls) | no_dict)
    for i in range(ld(bases, TUPLE_LENGTH)):
        add_subclass(ld(bases, TUPLE_ITEMS + i), cls)
    if cell is not END:
        st(cell, CELL_VALUE, cls)
    set_names(cls, attributes)
    init_subclass(cls, kwds)
    return cls


def check_is_cell(value):
    """Raises TypeError for a `__classcell__` that is none."""
    if not is_a(value, cell):
        raise TypeError(f"__classcell__ must be a nonlocal cell, not {repr_text(class_of(value))}")


def check_base(base):
    """Raises TypeError for what no class can be derived from."""
    if tag(base) != CLASS:
        raise TypeError("bases must be types")
    if ld(base, CLASS_FLAGS) & CLASS_FROM_PROGRAM or ld(base, CLASS_BASE):
        return
    if special_final(ld(base, CLASS_ID)):
        raise TypeError(f"type '{ld(base, CLASS_NAME)}' is not an acceptable base type")


def special_final(id):
    """True for the ids of builtin classes without subclasses."""
    if id == BOOL_ID or id == NONE_ID or id == ELLIPSIS_ID or id == NOT_IMPLEMENTED_ID:
        return True
    if id == cid_of(range) or id == cid_of(slice) or id == cid_of(memoryview):
        return True
    if id == FUNCTION_ID or BUILTIN_FUNCTION_ID <= id <= WRAPPER_DESCRIPTOR_ID:
        return True
    return id == cid_of(bound_method) or id == cid_of(generator)


def native_of(base):
    """CLASS_NATIVE of a class derived from this one."""
    if ld(base, CLASS_BASE) == 0:
        return ld(base, CLASS_ID)
    return ld(base, CLASS_NATIVE)


def complete_namespace(cls, attributes):
    """Gives a new class's attributes the form that they have in a class."""
    qualname = dict_get(attributes, "__qualname__")
    if qualname is not END:
        if tag(qualname) != STR:
            raise TypeError(f"type __qualname__ must be a str, not {type_name(qualname)}")
        st(cls, CLASS_QUALNAME, qualname)
        dict_del(attributes, "__qualname__")
    module = dict_get(attributes, "__module__")
    if module is END:
        module = "__main__"
        dict_set(attributes, "__module__", module)
    st(cls, CLASS_MODULE, module)
    if dict_get(attributes, "__doc__") is END:
        dict_set(attributes, "__doc__", None)
    new = END
    if defined("__new__"):
        new = dict_get(attributes, "__new__")
    if tag(new) == FUNC:
        dict_set(attributes, "__new__", staticmethod(new))
    if defined("__init_subclass__"):
        make_class_method(attributes, "__init_subclass__")
    if defined("__class_getitem__"):
        make_class_method(attributes, "__class_getitem__")
    if dict_get(attributes, "__hash__") is END and dict_get(attributes, "__eq__") is not END:
        dict_set(attributes, "__hash__", None)


def make_class_method(attributes, name):
    """Makes a function in a class's namespace a class method."""
    value = dict_get(attributes, name)
    if tag(value) == FUNC:
        dict_set(attributes, name, classmethod(value))


def number_class(cls):
    """Gives a class its id: that of one that was freed, or a new one. The heap has not
    room for as many classes as there are ids."""
    global class_count, free_class
    if free_class == 0 and class_count >= ld(class_table, STORAGE_CAPACITY):
        grow_class_table()
    id = free_class
    if id:
        free_class = class_named(id)
    else:
        id = class_count
        class_count += 1
    st(cls, CLASS_ID, id)
    st(class_table, STORAGE_ITEMS + id, cls)


def grow_class_table():
    """Makes the table of classes longer. To the collector it is a leaf."""
    global class_table
    count = class_count + (class_count >> 1)
    table = retag(allocate(STORAGE_ID << HEADER_CLASS_SHIFT | HEADER_LEAF, STORAGE_ITEMS + count), BOX)
    st(table, STORAGE_CAPACITY, count)
    copy_words(class_table, STORAGE_ITEMS, table, STORAGE_ITEMS, class_count)
    class_table = table


def add_subclass(base, cls):
    """Enters a class's id in its base's list."""
    subclasses = ld(base, CLASS_SUBCLASSES)
    if subclasses is None:
        subclasses = new_list(0)
        st(base, CLASS_SUBCLASSES, subclasses)
    # First the room: the collector may make the list shorter.
    list_reserve(subclasses, ld(subclasses, LIST_LENGTH) + 1)
    list_append(subclasses, ld(cls, CLASS_ID))


def set_names(cls, attributes):
    """Calls `__set_name__` of the values in a new class's namespace."""
    copy = dict_copy(attributes)
    entries = ld(copy, DICT_ENTRIES)
    for i in range(ld(copy, DICT_USED)):
        value = ld(entries, STORAGE_ITEMS + DICT_ENTRY_VALUE + i * DICT_ENTRY_WORDS)
        if is_a(value, property):
            st(value, PROPERTY_NAME, ld(entries, STORAGE_ITEMS + DICT_ENTRY_KEY + i * DICT_ENTRY_WORDS))
        if defined("__set_name__") and tag(value) == OBJECT:
            key = ld(entries, STORAGE_ITEMS + DICT_ENTRY_KEY + i * DICT_ENTRY_WORDS)
            if special(value, "__set_name__") is not END:
                try:
                    special2(value, "__set_name__", cls, key)
                except BaseException:
                    error = handled
                    raise RuntimeError(f"Error calling __set_name__ on '{type_name(value)}' instance {repr_text(key)} in '{ld(cls, CLASS_NAME)}'") from error


def init_subclass(cls, kwds):
    """super(cls, cls).__init_subclass__(**kwds)"""
    method = END
    if defined("__init_subclass__"):
        method = find_after(cls, cls, "__init_subclass__")
    if method is END or tag(method) == BOX and is_builtin_function(ld(method, CLASSMETHOD_FUNC)):
        if kwds is not None and ld(kwds, DICT_LENGTH):
            raise TypeError(f"{ld(cls, CLASS_QUALNAME)}.__init_subclass__() takes no keyword arguments")
        return
    method = bind(method, kind_of(method), cls, cls)
    if kwds is None:
        method()
    else:
        call_ex(method, (), kwds)
