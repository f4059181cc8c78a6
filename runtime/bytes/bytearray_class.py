"""The class bytearray: what it has for itself."""


@builtin
class bytearray:
    def __new__(cls, *args, **kwargs):
        data = bytearray_from(b"")
        if cls is bytearray:
            return data
        return new_native(cls, data)

    def __init__(self, source=b"", encoding=None, errors=None):
        bytearray_replace(self, new_bytes(0))
        bytearray_replace(self, bytes_from(source, encoding, errors, "bytearray"))

    __hash__ = None

    @raw
    def __repr__(self):
        return bytearray_repr(type_name(self), bytes_of(bytearray_self(self, "__repr__")))

    def __setitem__(self, key, value, /):
        bytearray_store(self, key, value)

    def __delitem__(self, key, /):
        bytearray_delete(self, key)

    @raw
    def __iadd__(self, value, /):
        part = bytes_of(value)
        if part is END:
            raise TypeError(f"can't concat {type_name(value)} to bytearray")
        bytearray_append(bytearray_self(self, "__iadd__"), part)
        return self

    @raw
    def __imul__(self, value, /):
        if not is_index(value):
            return NotImplemented
        array = bytearray_self(self, "__imul__")
        count = index_of(value)
        bytearray_replace(array, bytes_repeat(bytes_of(array), count))
        return self

    def append(self, item, /):
        bytearray_append(self, one_byte(byte_value(item, "byte must be in range(0, 256)")))

    def clear(self, /):
        bytearray_replace(self, new_bytes(0))

    def copy(self, /):
        return bytearray_from(bytes_of(self))

    def extend(self, iterable_of_ints, /):
        bytearray_append(self, extension_bytes(iterable_of_ints))

    def insert(self, index, item, /):
        bytearray_insert(self, count_argument(index), item)

    def pop(self, index=-1, /):
        return bytearray_pop(self, count_argument(index))

    def remove(self, value, /):
        bytearray_remove(self, value)

    def reverse(self, /):
        length = ld(self, BYTEARRAY_LENGTH)
        bytearray_replace(self, text_slice(bytes_of(self), length - 1, -1, -1, length))

    def __len__(self):
        return ld(self, BYTES_LENGTH)

    def __iter__(self):
        return bytearray_iterator_of(self)

    include(bytes_up_to_find)

    @classmethod
    def fromhex(cls, string, /):
        data = bytearray_from(bytes_fromhex(string))
        if cls is bytearray:
            return data
        return cls(data)

    include(bytes_from_hex_on)
