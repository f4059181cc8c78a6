"""The order in which the classes above a class are searched (C3), and which of its bases
decides how its instances look."""


def new_mro(cls, bases):
    """The MRO of a new class."""
    count = ld(bases, TUPLE_LENGTH)
    if count == 1:
        above = ld(ld(bases, TUPLE_ITEMS), CLASS_MRO)
        length = ld(above, TUPLE_LENGTH)
        mro = new_tuple(length + 1)
        st(mro, TUPLE_ITEMS, cls)
        for i in range(length):
            st(mro, TUPLE_ITEMS + 1 + i, ld(above, TUPLE_ITEMS + i))
        return mro
    check_duplicates(bases)
    orders = new_tuple(count + 1)
    for i in range(count):
        st(orders, TUPLE_ITEMS + i, ld(ld(bases, TUPLE_ITEMS + i), CLASS_MRO))
    st(orders, TUPLE_ITEMS + count, bases)
    return merge_orders(cls, orders)


def take_own_mro(cls, metaclass):
    """Gives a class the MRO of the metaclass's method `mro`; False if it has none of its own.
    The method sees a class with a number."""
    if not is_custom(metaclass, "mro"):
        return False
    number_class(cls)
    order = tuple_of(cls.mro())
    for i in range(ld(order, TUPLE_LENGTH)):
        if tag(ld(order, TUPLE_ITEMS + i)) != CLASS:
            raise TypeError(f"mro() returned a non-class ('{type_name(ld(order, TUPLE_ITEMS + i))}')")
    st(cls, CLASS_MRO, order)
    clear_attribute_table()
    return True


def check_duplicates(bases):
    """Raises TypeError if a class is twice among the bases."""
    count = ld(bases, TUPLE_LENGTH)
    for i in range(count):
        base = ld(bases, TUPLE_ITEMS + i)
        for j in range(i + 1, count):
            if ld(bases, TUPLE_ITEMS + j) is base:
                raise TypeError(f"duplicate base class {ld(base, CLASS_NAME)}")


def merge_orders(cls, orders):
    """Merges the orders of the bases, and that of the bases themselves: next is always
    the first head that is in no tail."""
    count = ld(orders, TUPLE_LENGTH)
    heads = new_tuple(count)
    for i in range(count):
        st(heads, TUPLE_ITEMS + i, 0)
    merged = new_list(1)
    st(ld(merged, LIST_STORAGE), STORAGE_ITEMS, cls)
    while True:
        found = next_in_order(orders, heads, count)
        if found is None:
            return list_to_tuple(merged)
        list_append(merged, found)
        for i in range(count):
            order = ld(orders, TUPLE_ITEMS + i)
            head = ld(heads, TUPLE_ITEMS + i)
            if head < ld(order, TUPLE_LENGTH) and ld(order, TUPLE_ITEMS + head) is found:
                st(heads, TUPLE_ITEMS + i, head + 1)


def next_in_order(orders, heads, count):
    """The next class, or None at the end."""
    left = False
    for i in range(count):
        order = ld(orders, TUPLE_ITEMS + i)
        head = ld(heads, TUPLE_ITEMS + i)
        if head < ld(order, TUPLE_LENGTH):
            left = True
            candidate = ld(order, TUPLE_ITEMS + head)
            if not in_tail(candidate, orders, heads, count):
                return candidate
    if left:
        raise_no_order(orders, heads, count)
    return None


def in_tail(cls, orders, heads, count):
    """True if a class comes later in one of the orders."""
    for i in range(count):
        order = ld(orders, TUPLE_ITEMS + i)
        for j in range(ld(heads, TUPLE_ITEMS + i) + 1, ld(order, TUPLE_LENGTH)):
            if ld(order, TUPLE_ITEMS + j) is cls:
                return True
    return False


def raise_no_order(orders, heads, count):
    """Raises TypeError for bases whose orders contradict each other."""
    names = new_list(0)
    seen = new_list(0)
    for i in range(count):
        order = ld(orders, TUPLE_ITEMS + i)
        head = ld(heads, TUPLE_ITEMS + i)
        if head < ld(order, TUPLE_LENGTH):
            cls = ld(order, TUPLE_ITEMS + head)
            if not holds(seen, cls):
                if ld(seen, LIST_LENGTH):
                    list_append(names, ", ")
                list_append(seen, cls)
                list_append(names, ld(cls, CLASS_NAME))
    text = join_parts(list_to_tuple(names))
    raise TypeError(f"Cannot create a consistent method resolution\norder (MRO) for bases {text}")


def holds(items, item):
    """True if this very object is in a list."""
    storage = ld(items, LIST_STORAGE)
    for i in range(ld(items, LIST_LENGTH)):
        if ld(storage, STORAGE_ITEMS + i) is item:
            return True
    return False


def best_base(bases):
    """The base whose instances' words the new class's instances begin with."""
    best = ld(bases, TUPLE_ITEMS)
    winner = None
    for i in range(ld(bases, TUPLE_LENGTH)):
        base = ld(bases, TUPLE_ITEMS + i)
        candidate = solid_base(base)
        if winner is None:
            winner = candidate
        elif is_subclass(winner, candidate):
            continue
        elif is_subclass(candidate, winner):
            winner = candidate
            best = base
        else:
            raise TypeError("multiple bases have instance lay-out conflict")
    return best


def solid_base(cls):
    """The class that gave the words before the attribute slots of a class's instances."""
    while ld(cls, CLASS_FLAGS) & CLASS_FROM_PROGRAM:
        above = best_base(ld(cls, CLASS_BASES))
        if ld(cls, CLASS_BASE) != first_slot(above):
            return cls
        cls = above
    if ld(cls, CLASS_BASE) == EXC_WORDS:
        return class_named(cid_of(BaseException))
    return cls


def first_slot(base):
    """CLASS_BASE of a class derived from this one without `__slots__`."""
    first = ld(base, CLASS_BASE)
    if first == 0:
        return INSTANCE_PAYLOAD + 1
    return first
