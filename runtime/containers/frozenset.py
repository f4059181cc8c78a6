"""frozenset: its constructor, methods and operators."""


@builtin
class frozenset:
    """A set that does not change."""

    def __new__(cls, iterable=(), /):
        if cls is frozenset:
            if is_a(iterable, frozenset):
                return iterable
            return set_into(new_frozenset(), iterable)
        return new_native(cls, set_into(new_frozenset(), iterable))

    def __hash__(self):
        low = frozenset_hash(self)
        return int_of_words(low, hash_high)

    def __len__(self):
        return ld(self, SET_LENGTH)

    def __contains__(self, value, /):
        return set_has(self, value)

    def __iter__(self):
        return set_iterator_of(self)

    @raw
    def __repr__(self):
        s = self
        if not is_a(s, frozenset):
            s = unwrap_self(s, frozenset, "__repr__")
        return set_repr(s, self)

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
        return set_intersection(new_frozenset(), self, other)

    def __or__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        result = set_into(new_frozenset(), self)
        if other is not self:
            set_merge(result, other)
        return result

    def __sub__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return set_difference(new_frozenset(), self, other)

    def __xor__(self, other, /):
        other = payload_of(other)
        if not is_set(other):
            return NotImplemented
        return set_symmetric(new_frozenset(), self, other)

    def copy(self):
        return self

    def isdisjoint(self, other, /):
        return set_isdisjoint(self, other)

    def issubset(self, other, /):
        return is_subset(self, set_from(other))

    def issuperset(self, other, /):
        return set_issuperset(self, other)

    def union(self, *others):
        result = set_into(new_frozenset(), self)
        for i in range(ld(others, TUPLE_LENGTH)):
            other = ld(others, TUPLE_ITEMS + i)
            if set_operand(other) is not self:
                set_update(result, other)
        return result

    def intersection(self, *others):
        if ld(others, TUPLE_LENGTH) == 0:
            return set_into(new_frozenset(), self)
        result = self
        for i in range(ld(others, TUPLE_LENGTH)):
            result = set_intersection(new_frozenset(), result, ld(others, TUPLE_ITEMS + i))
        return result

    def difference(self, *others):
        if ld(others, TUPLE_LENGTH) == 0:
            return set_into(new_frozenset(), self)
        result = set_difference(new_frozenset(), self, ld(others, TUPLE_ITEMS))
        for i in range(1, ld(others, TUPLE_LENGTH)):
            set_difference_update(result, ld(others, TUPLE_ITEMS + i))
        return result

    def symmetric_difference(self, other, /):
        return set_symmetric(new_frozenset(), self, other)

    @classmethod
    def __class_getitem__(cls, item, /):
        return generic_alias(cls, item)
