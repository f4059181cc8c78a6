"""Members that bytes and bytearray have both; what they do is in bytes_basics.py,
bytes_methods.py and bytes_letters.py. `fromhex` stands between them: names are in the order in which
they come first, and the attribute table goes by their addresses."""


@mixin
class bytes_up_to_find:
    """Items, operators, and methods up to `find`."""

    def __getitem__(self, key, /):
        return bytes_subscript(self, key)

    def __contains__(self, key, /):
        return bytes_contains(self, key)

    def __add__(self, value, /):
        return bytes_concat(self, value)

    def __mul__(self, value, /):
        if not is_index(value):
            return NotImplemented
        return bytes_repeat(self, index_of(value))

    __rmul__ = __mul__

    def __mod__(self, value, /):
        return bytes_mod(self, value)

    def __eq__(self, value, /):
        data = bytes_of(value)
        if data is END:
            return NotImplemented
        return bytes_equal(self, data)

    def __ne__(self, value, /):
        data = bytes_of(value)
        if data is END:
            return NotImplemented
        return not bytes_equal(self, data)

    def __lt__(self, value, /):
        data = bytes_of(value)
        if data is END:
            return NotImplemented
        return bytes_compare(self, data) < 0

    def __le__(self, value, /):
        data = bytes_of(value)
        if data is END:
            return NotImplemented
        return bytes_compare(self, data) <= 0

    def __gt__(self, value, /):
        data = bytes_of(value)
        if data is END:
            return NotImplemented
        return bytes_compare(self, data) > 0

    def __ge__(self, value, /):
        data = bytes_of(value)
        if data is END:
            return NotImplemented
        return bytes_compare(self, data) >= 0

    def capitalize(self, /):
        return bytes_title(self, False)

    def center(self, width, fillchar=b" ", /):
        return bytes_center(self, width, fillchar)

    def count(self, sub, start=None, end=None, /):
        return bytes_count(self, sub, start, end)

    def decode(self, /, encoding="utf-8", errors="strict"):
        return bytes_decode(bytes_of(self), encoding, errors, "decode")

    def endswith(self, suffix, start=None, end=None, /):
        return bytes_affix(self, suffix, start, end, True)

    def expandtabs(self, /, tabsize=8):
        return bytes_expandtabs(self, tabsize)

    def find(self, sub, start=None, end=None, /):
        return bytes_find(self, sub, start, end)


@mixin
class bytes_from_hex_on:
    """Methods from `hex` on."""

    def hex(self, /, sep=END, bytes_per_sep=1):
        return bytes_hex(self, sep, bytes_per_sep)

    def index(self, sub, start=None, end=None, /):
        return found_section(bytes_find(self, sub, start, end))

    def isalnum(self, /):
        return bytes_isalnum(bytes_of(self))

    def isalpha(self, /):
        return bytes_isalpha(bytes_of(self))

    def isascii(self, /):
        return is_ascii_text(bytes_of(self))

    def isdigit(self, /):
        return bytes_isdigit(bytes_of(self))

    def islower(self, /):
        return bytes_islower(bytes_of(self))

    def isspace(self, /):
        return bytes_isspace(bytes_of(self))

    def istitle(self, /):
        return bytes_istitle(bytes_of(self))

    def isupper(self, /):
        return bytes_isupper(bytes_of(self))

    def join(self, iterable_of_bytes, /):
        return bytes_join(self, iterable_of_bytes)

    def ljust(self, width, fillchar=b" ", /):
        return bytes_ljust(self, width, fillchar)

    def lower(self, /):
        return bytes_lower(self)

    def lstrip(self, chars=None, /):
        return bytes_strip(self, chars, True, False)

    @staticmethod
    def maketrans(frm, to, /):
        return bytes_maketrans(frm, to)

    def partition(self, sep, /):
        return bytes_partition(self, sep, False)

    def removeprefix(self, prefix, /):
        return bytes_without(self, prefix, False)

    def removesuffix(self, suffix, /):
        return bytes_without(self, suffix, True)

    def replace(self, old, new, count=-1, /):
        return bytes_replace(self, old, new, count)

    def rfind(self, sub, start=None, end=None, /):
        return bytes_rfind(self, sub, start, end)

    def rindex(self, sub, start=None, end=None, /):
        return found_section(bytes_rfind(self, sub, start, end))

    def rjust(self, width, fillchar=b" ", /):
        return bytes_rjust(self, width, fillchar)

    def rpartition(self, sep, /):
        return bytes_partition(self, sep, True)

    def rsplit(self, /, sep=None, maxsplit=-1):
        return bytes_split(self, sep, maxsplit, True)

    def rstrip(self, chars=None, /):
        return bytes_strip(self, chars, False, True)

    def split(self, /, sep=None, maxsplit=-1):
        return bytes_split(self, sep, maxsplit, False)

    def splitlines(self, /, keepends=False):
        return bytes_splitlines(self, keepends)

    def startswith(self, prefix, start=None, end=None, /):
        return bytes_affix(self, prefix, start, end, False)

    def strip(self, chars=None, /):
        return bytes_strip(self, chars, True, True)

    def swapcase(self, /):
        return bytes_swapcase(self)

    def title(self, /):
        return bytes_title(self, True)

    def translate(self, table, /, delete=b""):
        return bytes_translate(self, table, delete)

    def upper(self, /):
        return bytes_upper(self)

    def zfill(self, width, /):
        return bytes_zfill(self, width)
