"""The views of a dictionary: keys(), values(), items(), and their set operations."""

VIEW_DICT = 1
VIEW_WORDS = 2


def new_keys_view(d):
    """d.keys()"""
    view = alloc(dict_keys, VIEW_WORDS)
    st(view, VIEW_DICT, d)
    return view


def new_values_view(d):
    """d.values()"""
    view = alloc(dict_values, VIEW_WORDS)
    st(view, VIEW_DICT, d)
    return view


def new_items_view(d):
    """d.items()"""
    view = alloc(dict_items, VIEW_WORDS)
    st(view, VIEW_DICT, d)
    return view


@mixin
class set_operators:
    """Members of the views that are like sets."""

    def isdisjoint(self, other, /):
        return view_isdisjoint(self, other)

    def __and__(self, other, /):
        return view_and(self, other)

    def __rand__(self, other, /):
        return view_and(self, other)

    def __or__(self, other, /):
        return view_or(self, other)

    def __ror__(self, other, /):
        return view_or(other, self)

    def __sub__(self, other, /):
        return view_sub(self, other)

    def __rsub__(self, other, /):
        return view_sub(other, self)

    def __xor__(self, other, /):
        return view_xor(self, other)

    def __rxor__(self, other, /):
        return view_xor(other, self)

    def __eq__(self, other, /):
        return view_eq(self, other)

    def __lt__(self, other, /):
        return view_lt(self, other)

    def __le__(self, other, /):
        return view_le(self, other)

    def __gt__(self, other, /):
        return view_gt(self, other)

    def __ge__(self, other, /):
        return view_ge(self, other)


class dict_keys:
    """A live view of the keys."""

    __hash__ = None

    def __len__(self):
        return ld(ld(self, VIEW_DICT), DICT_LENGTH)

    def __iter__(self):
        return dict_iterator(ld(self, VIEW_DICT))

    def __reversed__(self):
        return dict_reversed(ld(self, VIEW_DICT))

    def __contains__(self, key, /):
        return dict_get(ld(self, VIEW_DICT), key) is not END

    @property
    def mapping(self):
        return new_proxy(ld(self, VIEW_DICT))

    def __repr__(self):
        return view_repr(self, "dict_keys(")

    include(set_operators)


class dict_items:
    """A live view of the entries, as pairs."""

    __hash__ = None

    def __len__(self):
        return ld(ld(self, VIEW_DICT), DICT_LENGTH)

    def __iter__(self):
        return dict_items_iterator(ld(self, VIEW_DICT))

    def __reversed__(self):
        return dict_items_reversed(ld(self, VIEW_DICT))

    def __contains__(self, item, /):
        item = payload_of(item)
        if tag(item) != TUPLE or ld(item, TUPLE_LENGTH) != 2:
            return False
        value = dict_get(ld(self, VIEW_DICT), ld(item, TUPLE_ITEMS))
        if value is END:
            return False
        return equals(value, ld(item, TUPLE_ITEMS + 1))

    @property
    def mapping(self):
        return new_proxy(ld(self, VIEW_DICT))

    def __repr__(self):
        return view_repr(self, "dict_items(")

    include(set_operators)


class dict_values:
    """A live view of the values."""

    def __len__(self):
        return ld(ld(self, VIEW_DICT), DICT_LENGTH)

    def __iter__(self):
        return dict_values_iterator(ld(self, VIEW_DICT))

    def __reversed__(self):
        return dict_values_reversed(ld(self, VIEW_DICT))

    @property
    def mapping(self):
        return new_proxy(ld(self, VIEW_DICT))

    def __repr__(self):
        return view_repr(self, "dict_values(")


def view_repr(view, name):
    """`dict_keys([…])`"""
    if repr_enter(view):
        return "..."
    try:
        text = new_builder()
        put_text(text, name)
        put_text(text, list_repr(list_of(view)))
        put_char(text, 0x29)
    finally:
        repr_leave(view)
    return built(text)


def is_view(x):
    """True for the views that have the operations of sets."""
    return is_a(x, dict_keys) or is_a(x, dict_items)


def is_set_like(x):
    """True for sets and for such views."""
    return is_set(x) or is_view(x)


def set_of_view(x):
    """The items of an operand as a set, of the size that CPython gives it."""
    if is_a(x, dict_keys):
        x = ld(x, VIEW_DICT)
    return set_into(new_set(), x)


def view_and(view, other):
    """The intersection, as a set. CPython walks along the view if the set is not shorter,
    and along the shorter one of two views."""
    result = new_set()
    walked = other
    if is_a(other, set):
        swapped = len(view) <= len(other)
    else:
        swapped = is_view(other) and len(view) < len(other)
    if swapped:
        walked = view
        view = other
    it = iterate(walked)
    while True:
        item = iternext(it)
        if item is END:
            return result
        if contains(view, item):
            set_add(result, item)


def view_or(a, b):
    """The union, as a set."""
    result = set_of_view(a)
    set_update(result, b)
    return result


def view_sub(a, b):
    """The difference, as a set."""
    result = set_of_view(a)
    set_difference_update(result, b)
    return result


def view_xor(a, b):
    """The symmetric difference, as a set."""
    result = set_of_view(a)
    set_xor_update(result, b)
    return result


def view_isdisjoint(view, other):
    """True if the view and an iterable have nothing in common."""
    if view is other:
        return len(view) == 0
    if is_set_like(other) and len(other) > len(view):
        shorter = view
        view = other
    else:
        shorter = other
    it = iterate(shorter)
    while True:
        item = iternext(it)
        if item is END:
            return True
        if contains(view, item):
            return False


def all_contained(a, b):
    """True if b contains all items of a."""
    it = iterate(a)
    while True:
        item = iternext(it)
        if item is END:
            return True
        if not contains(b, item):
            return False


def view_eq(a, b):
    """Equality with anything like a set."""
    if not is_set_like(b):
        return NotImplemented
    return len(a) == len(b) and all_contained(a, b)


def view_lt(a, b):
    """True if a is a proper subset of b."""
    if not is_set_like(b):
        return NotImplemented
    return len(a) < len(b) and all_contained(a, b)


def view_le(a, b):
    """True if a is a subset of b."""
    if not is_set_like(b):
        return NotImplemented
    return len(a) <= len(b) and all_contained(a, b)


def view_gt(a, b):
    """True if a is a proper superset of b."""
    if not is_set_like(b):
        return NotImplemented
    return len(a) > len(b) and all_contained(b, a)


def view_ge(a, b):
    """True if a is a superset of b."""
    if not is_set_like(b):
        return NotImplemented
    return len(a) >= len(b) and all_contained(b, a)
