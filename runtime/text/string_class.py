"""The class str. What its methods do is in the files named string_…"""


@builtin(tag=STR, leaf=True)
class str:
    def __new__(cls, object="", encoding=None, errors=None):
        if encoding is None and errors is None:
            text = str_of(object)
        else:
            text = decoded_object(object, encoding, errors)
        if cls is str:
            return text
        return new_native(cls, payload_of(text))

    def __repr__(self):
        return str_repr(self)

    def __str__(self):
        return self

    def __format__(self, format_spec, /):
        return format_str(self, format_spec)

    def __len__(self):
        return ld(self, STR_LENGTH)

    def __hash__(self):
        if ld(self, STR_LENGTH) == 0:
            return 0
        return str_hash(self)

    def __iter__(self):
        return iterate(self)

    def __getitem__(self, key, /):
        return self[key]

    def __contains__(self, key, /):
        return str_contains(self, key)

    def __add__(self, value, /):
        part = string_of(value)
        if part is END:
            raise TypeError(f'can only concatenate str (not "{type_name(value)}") to str')
        return concat(self, part)

    def __mul__(self, value, /):
        if not is_index(value):
            return NotImplemented
        return str_repeat(self, index_of(value))

    __rmul__ = __mul__

    def __mod__(self, value, /):
        return str_mod(self, value)

    def __rmod__(self, value, /):
        part = string_of(value)
        if part is END:
            return NotImplemented
        return str_mod(part, self)

    def __eq__(self, value, /):
        part = string_of(value)
        if part is END:
            return NotImplemented
        return str_equal(self, part)

    def __ne__(self, value, /):
        part = string_of(value)
        if part is END:
            return NotImplemented
        return not str_equal(self, part)

    def __lt__(self, value, /):
        part = string_of(value)
        if part is END:
            return NotImplemented
        return str_compare(self, part) < 0

    def __le__(self, value, /):
        part = string_of(value)
        if part is END:
            return NotImplemented
        return str_compare(self, part) <= 0

    def __gt__(self, value, /):
        part = string_of(value)
        if part is END:
            return NotImplemented
        return str_compare(self, part) > 0

    def __ge__(self, value, /):
        part = string_of(value)
        if part is END:
            return NotImplemented
        return str_compare(self, part) >= 0

    def capitalize(self, /):
        return str_capitalize(self)

    def casefold(self, /):
        return str_casefold(self)

    def center(self, width, fillchar=" ", /):
        return text_center(self, count_argument(width), fill_character(fillchar))

    def count(self, sub, start=None, end=None, /):
        return str_count(self, sub, start, end)

    def encode(self, /, encoding="utf-8", errors="strict"):
        return str_encode(self, encoding, errors)

    def endswith(self, suffix, start=None, end=None, /):
        return str_affix(self, suffix, start, end, True)

    def expandtabs(self, /, tabsize=8):
        return text_expandtabs(self, count_argument(tabsize))

    def find(self, sub, start=None, end=None, /):
        return str_find(self, sub, start, end)

    def format(self, /, *args, **kwargs):
        return str_format(self, args, kwargs)

    def format_map(self, mapping, /):
        return str_format(self, None, mapping)

    def index(self, sub, start=None, end=None, /):
        return found_index(str_find(self, sub, start, end))

    def isalnum(self, /):
        return all_alnum(self)

    def isalpha(self, /):
        return all_alpha(self)

    def isascii(self, /):
        return is_ascii_text(self)

    def isdecimal(self, /):
        return all_decimal(self)

    def isdigit(self, /):
        return all_digit(self)

    def isidentifier(self, /):
        return is_identifier(self)

    def islower(self, /):
        return all_lower(self)

    def isnumeric(self, /):
        return all_numeric(self)

    def isprintable(self, /):
        return all_printable(self)

    def isspace(self, /):
        return all_space(self)

    def istitle(self, /):
        return all_title(self)

    def isupper(self, /):
        return all_upper(self)

    def join(self, iterable, /):
        return str_join(self, iterable)

    def ljust(self, width, fillchar=" ", /):
        space = count_argument(width) - ld(self, STR_LENGTH)
        return padded(self, 0, space, fill_character(fillchar))

    def lower(self, /):
        return str_lower(self)

    def lstrip(self, chars=None, /):
        return str_strip(self, chars, True, False, "lstrip")

    @staticmethod
    def maketrans(x, y=None, z=None, /):
        return make_translation(x, y, z)

    def partition(self, sep, /):
        return text_partition(self, sought_string(sep), False)

    def removeprefix(self, prefix, /):
        part = affix_string(prefix, "removeprefix")
        length = ld(self, STR_LENGTH)
        if text_begins(self, part, 0, length):
            return substring(self, ld(part, STR_LENGTH), length)
        return self

    def removesuffix(self, suffix, /):
        part = affix_string(suffix, "removesuffix")
        length = ld(self, STR_LENGTH)
        if text_ends(self, part, 0, length):
            return substring(self, 0, length - ld(part, STR_LENGTH))
        return self

    def replace(self, old, new, count=-1, /):
        return str_replace(self, old, new, count)

    def rfind(self, sub, start=None, end=None, /):
        return str_rfind(self, sub, start, end)

    def rindex(self, sub, start=None, end=None, /):
        return found_index(str_rfind(self, sub, start, end))

    def rjust(self, width, fillchar=" ", /):
        space = count_argument(width) - ld(self, STR_LENGTH)
        return padded(self, space, 0, fill_character(fillchar))

    def rpartition(self, sep, /):
        return text_partition(self, sought_string(sep), True)

    def rsplit(self, /, sep=None, maxsplit=-1):
        return str_split(self, sep, maxsplit, True)

    def rstrip(self, chars=None, /):
        return str_strip(self, chars, False, True, "rstrip")

    def split(self, /, sep=None, maxsplit=-1):
        return str_split(self, sep, maxsplit, False)

    def splitlines(self, /, keepends=False):
        return text_splitlines(self, flag_argument(keepends))

    def startswith(self, prefix, start=None, end=None, /):
        return str_affix(self, prefix, start, end, False)

    def strip(self, chars=None, /):
        return str_strip(self, chars, True, True, "strip")

    def swapcase(self, /):
        return str_swapcase(self)

    def title(self, /):
        return str_title(self)

    def translate(self, table, /):
        return str_translate(self, table)

    def upper(self, /):
        return str_upper(self)

    def zfill(self, width, /):
        return text_zfill(self, count_argument(width))


def argument_type(value):
    """How messages about arguments name the type of a value."""
    if value is None:
        return "None"
    return type_name(value)


def affix_string(value, name):
    """The string that removeprefix or removesuffix removes."""
    part = string_of(value)
    if part is END:
        raise TypeError(f"{name}() argument must be str, not {argument_type(value)}")
    return part


def str_replace(text, old, new, count):
    """str.replace"""
    old_part = string_of(old)
    if old_part is END:
        raise TypeError(f"replace() argument 1 must be str, not {argument_type(old)}")
    new_part = string_of(new)
    if new_part is END:
        raise TypeError(f"replace() argument 2 must be str, not {argument_type(new)}")
    return text_replace(text, old_part, new_part, count_argument(count))


def str_join(separator, iterable):
    """str.join"""
    if tag(iterable) != TUPLE and tag(iterable) != LIST:
        iterable = items_of(iterable, "can only join an iterable")
    if tag(iterable) == LIST:
        items = ld(iterable, LIST_STORAGE)
        start = STORAGE_ITEMS
        count = ld(iterable, LIST_LENGTH)
    else:
        items = iterable
        start = TUPLE_ITEMS
        count = ld(iterable, TUPLE_LENGTH)
    for i in range(count):
        if tag(ld(items, start + i)) != STR:
            return joined(separator, checked_strings(items, start, count), TUPLE_ITEMS, count)
    return joined(separator, items, start, count)


def checked_strings(items, start, count):
    """The tuple of the strings in `count` words of an object."""
    parts = new_tuple(count)
    for i in range(count):
        item = ld(items, start + i)
        part = string_of(item)
        if part is END:
            name = type_name(item)
            raise TypeError(f"sequence item {int_to_string(i)}: expected str instance, {name} found")
        st(parts, TUPLE_ITEMS + i, part)
    return parts


@builtin
def ord(c, /):
    """The code point of a character, or the value of a byte."""
    text = string_of(c)
    if text is END:
        text = bytes_of(c)
        if text is END or is_a(c, memoryview):
            raise TypeError(f"ord() expected string of length 1, but {type_name(c)} found")
    length = ld(text, STR_LENGTH)
    if length != 1:
        found = f"string of length {int_to_string(length)} found"
        raise TypeError(f"ord() expected a character, but {found}")
    return char_at(text, 0)


@builtin
def chr(i, /):
    """The character with a code point."""
    code = index_of(i)
    if tag(code) == BIGINT:
        raise OverflowError("Python int too large to convert to C int")
    if code < 0 or code > 0x10FFFF:
        raise ValueError("chr() arg not in range(0x110000)")
    return char_string(code + 0)
