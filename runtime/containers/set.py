"""set: its constructor, methods and operators."""


@builtin
class set:
    """A set that changes."""

    __hash__ = None

    def __new__(cls, /, *args, **kwargs):
        s = new_set()
        if cls is set:
            if kwargs is not None and ld(kwargs, DICT_LENGTH):
                raise TypeError("set() takes no keyword arguments")
            return s
        return new_native(cls, s)

    def __init__(self, iterable=(), /):
        if ld(self, SET_FILL):
            set_clear(self)
        set_update(self, iterable)

    def __len__(self):
        return ld(self, SET_LENGTH)

    def __contains__(self, value, /):
        return set_has(self, value)

    def __iter__(self):
        return set_iterator_of(self)

    @raw
    def __repr__(self):
        return set_repr(set_self(self, "__repr__"), self)

    def __eq__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return set_equal(self, other)

    def __lt__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return ld(self, SET_LENGTH) < ld(other, SET_LENGTH) and is_subset(self, other)

    def __le__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return is_subset(self, other)

    def __gt__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return ld(self, SET_LENGTH) > ld(other, SET_LENGTH) and is_subset(other, self)

    def __ge__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return is_subset(other, self)

    def __and__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return set_intersection(new_set(), self, other)

    def __or__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        result = set_into(new_set(), self)
        if other is not self:
            set_merge(result, other)
        return result

    def __sub__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return set_difference(new_set(), self, other)

    def __xor__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return set_symmetric(new_set(), self, other)

    def copy(self):
        return set_into(new_set(), self)

    def isdisjoint(self, other, /):
        return set_isdisjoint(self, other)

    def issubset(self, other, /):
        return is_subset(self, set_from(other))

    def issuperset(self, other, /):
        return set_issuperset(self, other)

    def union(self, *others):
        result = set_into(new_set(), self)
        for i in range(ld(others, TUPLE_LENGTH)):
            other = ld(others, TUPLE_ITEMS + i)
            if set_operand(other) is not self:
                set_update(result, other)
        return result

    def intersection(self, *others):
        if ld(others, TUPLE_LENGTH) == 0:
            return set_into(new_set(), self)
        result = self
        for i in range(ld(others, TUPLE_LENGTH)):
            result = set_intersection(new_set(), result, ld(others, TUPLE_ITEMS + i))
        return result

    def difference(self, *others):
        if ld(others, TUPLE_LENGTH) == 0:
            return set_into(new_set(), self)
        result = set_difference(new_set(), self, ld(others, TUPLE_ITEMS))
        for i in range(1, ld(others, TUPLE_LENGTH)):
            set_difference_update(result, ld(others, TUPLE_ITEMS + i))
        return result

    def symmetric_difference(self, other, /):
        return set_symmetric(new_set(), self, other)

    @classmethod
    def __class_getitem__(cls, item, /):
        return generic_alias(cls, item)

    @raw
    def __ior__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        set_merge(set_self(self, "__ior__"), other)
        return self

    @raw
    def __iand__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        s = set_self(self, "__iand__")
        set_swap(s, set_intersection(new_set(), s, other))
        return self

    @raw
    def __isub__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        set_difference_update(set_self(self, "__isub__"), other)
        return self

    @raw
    def __ixor__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        set_xor_update(set_self(self, "__ixor__"), other)
        return self

    def add(self, value, /):
        set_add(self, value)

    def remove(self, value, /):
        if not set_discard(self, value):
            raise_key_error(value)

    def discard(self, value, /):
        set_discard(self, value)

    def pop(self):
        return set_pop(self)

    def clear(self):
        set_clear(self)

    def update(self, *others):
        for i in range(ld(others, TUPLE_LENGTH)):
            set_update(self, ld(others, TUPLE_ITEMS + i))

    def intersection_update(self, *others):
        for i in range(ld(others, TUPLE_LENGTH)):
            set_swap(self, set_intersection(new_set(), self, ld(others, TUPLE_ITEMS + i)))

    def difference_update(self, *others):
        for i in range(ld(others, TUPLE_LENGTH)):
            set_difference_update(self, ld(others, TUPLE_ITEMS + i))

    def symmetric_difference_update(self, other, /):
        set_xor_update(self, other)


def set_self(x, name):
    """The set that is the self of a method, or within it."""
    if is_a(x, set):
        return x
    return unwrap_self(x, set, name)
