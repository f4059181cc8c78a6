"""The attribute table: what a name means for the instances of a class.

A direct-mapped table at HEAP_FREE, the model in software of a table in hardware; the linker
knows how many entries it has. An entry's key is the class id above the address of the name;
names that the program makes while it runs are never entered, so that an address means one
name.

| word | contents |
|---|---|
| ATTRIBUTE_ENTRY_KEY | INT class id << KEY_CLASS_SHIFT \\| address of the name; RAW 0 in an empty entry |
| ATTRIBUTE_ENTRY_SLOT | INT offset of the instance's attribute, NO_SLOT if it cannot be in a slot |
| ATTRIBUTE_ENTRY_KIND | INT what the class attribute is, see below |
| ATTRIBUTE_ENTRY_VALUE | the attribute found along the class's MRO, or END |

An entry is valid until the next call of anything that may look an attribute up or
allocate: read its words first."""

ATTRIBUTE_ENTRY_KEY = 0
ATTRIBUTE_ENTRY_SLOT = 1
ATTRIBUTE_ENTRY_KIND = 2
ATTRIBUTE_ENTRY_VALUE = 3
ATTRIBUTE_ENTRY_WORDS = 4
KEY_CLASS_SHIFT = 16
CLASS_PART = HEADER_CLASS_MASK << KEY_CLASS_SHIFT

# How far apart two classes' entries for the same name are, in words. Others of about this size
# make more of the names of the test programs meet in one entry.
SPREAD = 236

NO_SLOT = 64

# Kinds of class attributes. From FIRST_DATA on they come before the instance's own.
MISSING = 0
PLAIN = 1
FUNCTION = 2
STATIC = 3
CLASS_METHOD = 4
GETTER = 5
FIRST_DATA = 6
PROPERTY_KIND = 6
SLOT_KIND = 7
DATA = 8
OVERRIDDEN = 9
WITH_DICT = 10
SUPER_KIND = 11
KIND_MASK = 15

# Added to the kind if the class has its own `__setattr__`.
CUSTOM_STORE = 16


def find_entry(class_id, name):
    """The address of the entry for a name on the instances of a class."""
    key = class_id << KEY_CLASS_SHIFT | retag(name, INT)
    at = HEAP_FREE + ((key << 1) + (key >> KEY_CLASS_SHIFT) * SPREAD & TABLE_MASK)
    if ld(at, ATTRIBUTE_ENTRY_KEY) is not key:
        fill_entry(at, key, name)
    return at


def fill_entry(at, key, name):
    """Makes the entry."""
    cls = ld(class_table, STORAGE_ITEMS + (key >> KEY_CLASS_SHIFT))
    value = find_in_mro(cls, name)
    kind = kind_of(value)
    slot = NO_SLOT
    if kind < FIRST_DATA:
        layout = ld(cls, CLASS_LAYOUT)
        if layout is not None:
            found = dict_get_name(layout, name)
            if found is not END:
                slot = found
        id = ld(cls, CLASS_ID)
        if id == cid_of(module) or id == FUNCTION_ID:
            kind = WITH_DICT
        elif id == cid_of(super):
            kind = SUPER_KIND
    elif kind == SLOT_KIND:
        slot = ld(value, MEMBER_OFFSET)
    if ld(cls, CLASS_FLAGS) & CLASS_HAS_GETATTRIBUTE:
        kind = OVERRIDDEN
        slot = NO_SLOT
    if ld(cls, CLASS_FLAGS) & CLASS_HAS_SETATTR:
        kind += CUSTOM_STORE
    if retag(name, INT) >= HEAP_FREE:
        key = 0
    st(at, ATTRIBUTE_ENTRY_KEY, key)
    st(at, ATTRIBUTE_ENTRY_SLOT, slot)
    st(at, ATTRIBUTE_ENTRY_KIND, kind)
    st(at, ATTRIBUTE_ENTRY_VALUE, value)


def kind_of(value):
    """What an attribute of a class means for its instances."""
    t = tag(value)
    if t == FUNC:
        if class_id(value) == BUILTIN_FUNCTION_ID:
            return PLAIN
        return FUNCTION
    if t == BOX:
        return kind_of_box(value)
    if t == OBJECT:
        return kind_of_object(value)
    if value is END:
        return MISSING
    return PLAIN


def kind_of_box(value):
    """The same for a builtin descriptor."""
    if is_a(value, property):
        return PROPERTY_KIND
    if is_a(value, staticmethod):
        return STATIC
    if is_a(value, classmethod):
        return CLASS_METHOD
    if is_a(value, member_descriptor):
        return SLOT_KIND
    if is_a(value, super):
        return GETTER
    return PLAIN


def kind_of_object(value):
    """The same for an instance of a class of the program."""
    if not exists(own_class):
        return PLAIN
    cls = class_of(value)
    if find_in_mro(cls, "__set__") is not END or find_in_mro(cls, "__delete__") is not END:
        return DATA
    if find_in_mro(cls, "__get__") is not END:
        return GETTER
    return PLAIN


@names
def find_in_mro(cls, name):
    """The attribute in the first class of the MRO that has it, or END."""
    mro = ld(cls, CLASS_MRO)
    for i in range(ld(mro, TUPLE_LENGTH)):
        value = dict_get_name(ld(ld(mro, TUPLE_ITEMS + i), CLASS_DICT), name)
        if value is not END:
            return value
    return END


@names
def lookup(cls, name):
    """The same, from the table."""
    return ld(find_entry(ld(cls, CLASS_ID), name), ATTRIBUTE_ENTRY_VALUE)


def forget_entries(cls, name):
    """Empties the entries for a name on the instances of a class and its subclasses. A
    name that the program made may be equal to one in the image."""
    if retag(name, INT) >= HEAP_FREE:
        clear_attribute_table()
        return
    key = ld(cls, CLASS_ID) << KEY_CLASS_SHIFT | retag(name, INT)
    st(HEAP_FREE + ((key << 1) + (key >> KEY_CLASS_SHIFT) * SPREAD & TABLE_MASK), ATTRIBUTE_ENTRY_KEY, 0)
    subclasses = ld(cls, CLASS_SUBCLASSES)
    if subclasses is not None:
        storage = ld(subclasses, LIST_STORAGE)
        for i in range(ld(subclasses, LIST_LENGTH)):
            forget_entries(class_named(ld(storage, STORAGE_ITEMS + i)), name)


def clear_attribute_table():
    """Empties all entries."""
    for at in range(HEAP_FREE, TABLE_END, ATTRIBUTE_ENTRY_VALUE + 1):
        st(at, ATTRIBUTE_ENTRY_KEY, 0)
