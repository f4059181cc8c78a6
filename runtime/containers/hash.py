"""Hashes. What programs see are CPython's 64 bits; dictionaries keep them folded to 32.

A function that computes a hash returns the lower word and leaves the upper one in
`hash_high`, which its caller reads before anything else runs."""

hash_high = None


def hash_key(key):
    """The hash by which dictionaries find a key, 32 bits."""
    kind = tag(key)
    if kind == STR:
        value = ld(key, STR_HASH)
        if value:
            return value
        return str_hash(key)
    if kind == INT:
        if key != -1:
            return key
        return -2
    low = hash_wide(key)
    return low ^ hash_high ^ low >> 31


def hash_wide(x):
    """The hash of anything; raises TypeError if it has none."""
    global hash_high
    kind = tag(x)
    if kind == INT or kind == BOOL:
        low = radd(x, 0)
        if low == -1:
            low = -2
    elif kind == STR:
        low = ld(x, STR_HASH)
        if low == 0:
            low = str_hash(x)
    elif is_a(x, TUPLE):
        return tuple_hash(x)
    elif kind == NONE or kind == FUNC:
        low = retag(x, INT)
    elif is_a(x, FLOAT) or is_a(x, BIGINT):
        return split_hash(number_hash(x))
    else:
        return object_hash(x)
    hash_high = low >> 31
    return low


def object_hash(x):
    """The hash that the type's __hash__ computes."""
    value = hash_by_method(x)
    if tag(value) != BIGINT:
        return split_hash(radd(value, 0))
    if fits_64_bits(value):
        return split_hash(value)
    return split_hash(number_hash(value))


def fits_64_bits(x):
    """True for a BIGINT that 64 bits with a sign hold."""
    size = ld(x, BIGINT_SIZE)
    if size == 1 or size == -1:
        return True
    if size != 2 and size != -2:
        return False
    high = ld(x, BIGINT_DIGITS + 1)
    if high >= 0:
        return True
    return size < 0 and radd(high, high) == 0 and ld(x, BIGINT_DIGITS) == 0


def split_hash(value):
    """The words of an int that fits in 64 bits; -1 is no hash, and becomes -2."""
    global hash_high
    if tag(value) == INT:
        if value == -1:
            value = -2
        hash_high = value >> 31
        return value
    low = ld(value, BIGINT_DIGITS)
    high = 0
    size = ld(value, BIGINT_SIZE)
    if size == 2 or size == -2:
        high = ld(value, BIGINT_DIGITS + 1)
    if size < 0:
        high = rsub(-1, high)
        if low == 0:
            high = radd(high, 1)
        low = rsub(0, low)
    hash_high = high
    return low


def int_of_words(low, high):
    """The int of 64 bits."""
    if high == low >> 31:
        return low
    sign = 1
    if high < 0:
        sign = -1
        high = rsub(-1, high)
        if low == 0:
            high = radd(high, 1)
        low = rsub(0, low)
    digits = 2
    if high == 0:
        digits = 1
    result = alloc(int, BIGINT_DIGITS + 2)
    st(result, BIGINT_SIZE, digits * sign)
    st(result, BIGINT_DIGITS, low)
    st(result, BIGINT_DIGITS + 1, high)
    return result


PRIME_1_LOW = -0x7A143579
PRIME_1_HIGH = -0x61C8864F
PRIME_2_LOW = 0x27D4EB4F
PRIME_2_HIGH = -0x3D4D51C3
PRIME_5_LOW = 0x165667C5
PRIME_5_HIGH = 0x27D4EB2F
LENGTH_MIX = 3527539


def tuple_hash(items):
    """The hash of a tuple: xxHash of the hashes of its items, as in CPython."""
    global hash_high
    check_stack()
    low = PRIME_5_LOW
    high = PRIME_5_HIGH
    length = ld(items, TUPLE_LENGTH)
    i = 0
    while i < length:
        lane = hash_wide(ld(items, TUPLE_ITEMS + i))
        lane_high = hash_high
        upper = radd(rmulh(lane, PRIME_2_LOW), rmul(lane, PRIME_2_HIGH))
        upper = radd(upper, rmul(lane_high, PRIME_2_LOW))
        lane = rmul(lane, PRIME_2_LOW)
        high = radd(radd(high, upper), radc(low, lane))
        low = radd(low, lane)
        # Rotated left by 31, which is right by 33.
        lane = rshr(high, 1) | rshl(low, 31)
        high = rshr(low, 1) | rshl(high, 31)
        low = lane
        upper = radd(rmulh(low, PRIME_1_LOW), rmul(low, PRIME_1_HIGH))
        high = radd(upper, rmul(high, PRIME_1_LOW))
        low = rmul(low, PRIME_1_LOW)
        i += 1
    lane = length ^ PRIME_5_LOW ^ LENGTH_MIX
    high = radd(radd(high, PRIME_5_HIGH), radc(low, lane))
    low = radd(low, lane)
    if low == -1 and high == -1:
        low = 1546275796
        high = 0
    hash_high = high
    return low


@builtin
def hash(obj, /):
    """The hash of a value."""
    low = hash_wide(obj)
    return int_of_words(low, hash_high)
