"""The tuples of sys whose items have names: version_info, float_info, int_info, hash_info."""

VERSION = (3, 11, 0, "final", 0)
VERSION_NAMES = ("major", "minor", "micro", "releaselevel", "serial")
FLOAT_NUMBERS = (
    1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
    2.220446049250313e-16, 2, 1,
)
FLOAT_NAMES = (
    "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
    "epsilon", "radix", "rounds",
)
INT_NUMBERS = (30, 4, 4300, 640)
INT_NAMES = ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")
HASH_NUMBERS = (64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0)
HASH_NAMES = ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")


def with_items(value, items):
    """A new instance of one of these classes gets its items."""
    st(value, INSTANCE_DICT, None)
    st(value, INSTANCE_PAYLOAD, items)
    return value


def named_number(self, names, name):
    """The item that has a name."""
    for i in range(ld(names, TUPLE_LENGTH)):
        if str_equal(ld(names, TUPLE_ITEMS + i), name):
            return ld(ld(self, INSTANCE_PAYLOAD), TUPLE_ITEMS + i)
    raise_no_attribute(self, name)


def named_numbers_repr(self, names):
    """sys.class(name=item, ...)"""
    text = concat(concat("sys.", type_name(self)), "(")
    for i in range(ld(names, TUPLE_LENGTH)):
        if i:
            text = concat(text, ", ")
        item = repr_text(ld(ld(self, INSTANCE_PAYLOAD), TUPLE_ITEMS + i))
        text = concat(text, concat(concat(ld(names, TUPLE_ITEMS + i), "="), item))
    return concat(text, ")")


@builtin(name="version_info", module="sys", hidden=True, tag=OBJECT, base=INSTANCE_WORDS)
class version_numbers(tuple):
    """sys.version_info"""

    def __getattr__(self, name, /):
        return named_number(self, VERSION_NAMES, name)

    def __repr__(self):
        return named_numbers_repr(self, VERSION_NAMES)


@builtin(name="float_info", module="sys", hidden=True, tag=OBJECT, base=INSTANCE_WORDS)
class float_numbers(tuple):
    """sys.float_info"""

    def __getattr__(self, name, /):
        return named_number(self, FLOAT_NAMES, name)

    def __repr__(self):
        return named_numbers_repr(self, FLOAT_NAMES)


@builtin(name="int_info", module="sys", hidden=True, tag=OBJECT, base=INSTANCE_WORDS)
class int_numbers(tuple):
    """sys.int_info"""

    def __getattr__(self, name, /):
        return named_number(self, INT_NAMES, name)

    def __repr__(self):
        return named_numbers_repr(self, INT_NAMES)


@builtin(name="hash_info", module="sys", hidden=True, tag=OBJECT, base=INSTANCE_WORDS)
class hash_numbers(tuple):
    """sys.hash_info"""

    def __getattr__(self, name, /):
        return named_number(self, HASH_NAMES, name)

    def __repr__(self):
        return named_numbers_repr(self, HASH_NAMES)
