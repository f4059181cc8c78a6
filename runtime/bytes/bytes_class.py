"""The class bytes: what it has for itself."""


@builtin(leaf=True)
class bytes:
    def __new__(cls, source=b"", encoding=None, errors=None):
        data = END
        if encoding is None and errors is None:
            data = bytes_by_method(source)
        if data is END:
            data = bytes_from(source, encoding, errors, "bytes")
        if cls is bytes:
            return data
        return new_native(cls, bytes_of(data))

    def __bytes__(self):
        return self

    def __repr__(self):
        return bytes_repr(self)

    def __hash__(self):
        return bytes_hash(self)

    def __len__(self):
        return ld(self, BYTES_LENGTH)

    def __iter__(self):
        return bytes_iterator_of(self)

    include(bytes_up_to_find)

    @classmethod
    def fromhex(cls, string, /):
        data = bytes_fromhex(string)
        if cls is bytes:
            return data
        return cls(data)

    include(bytes_from_hex_on)
