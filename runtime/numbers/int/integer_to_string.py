"""str() of an integer."""

# Ten to the power of nine is the largest one within a digit; shifted left by two its top bit is
# set, and it has this reciprocal.
BILLION = 1000000000
SHIFTED_BILLION = -294967296
BILLION_INVERSE = 316718722
# So many chunks are split off one by one; longer numbers are divided in two first.
SHORT_CHUNKS = 8
DEFAULT_DIGITS_LIMIT = 4300
LOWEST_DIGITS_LIMIT = 640

# What sys.set_int_max_str_digits has set: None is the default, 0 is no limit.
int_digits_limit = None


def int_to_string(x):
    """An integer in decimal."""
    if is_a(x, BIGINT):
        return big_to_string(x)
    return small_to_string(x)


def small_to_string(x):
    """An INT or BOOL in decimal: the digits are gathered in words from the last one on."""
    value = radd(x, 0)
    length = 0
    if x < 0:
        value = rsub(0, x)
        length = 1
    length += decimal_length(value)
    text = ascii_string(length)
    word = 0
    index = length
    while index > 0:
        index -= 1
        quotient = rshr(rmulh(value, TENTH), 3)
        if x < 0 and index == 0:
            word = radd(rshl(word, 8), 45)
        else:
            word = radd(rshl(word, 8), 48 + rsub(value, quotient * 10))
        value = quotient
        if index & 3 == 0:
            st(text, STR_CHARS + (index >> 2), word)
            word = 0
    return text


def big_to_string(x):
    """A BIGINT in decimal, unless it is too long."""
    limit = digits_limit()
    if limit:
        # 1233 ÷ 4096 is a little less than log₁₀ 2.
        if int_bit_length(x) - 1 > limit * 4 or (int_bit_length(x) - 1) * 1233 >> 12 > limit:
            too_many_digits()
        text = decimal_text(x)
        length = str_length(text)
        if is_negative(x):
            length -= 1
        if length > limit:
            too_many_digits()
        return text
    return decimal_text(x)


def decimal_text(x):
    """An integer of any length in decimal."""
    if tag(x) != BIGINT:
        return small_to_string(x)
    chunks = (digits_of(x) * 137 >> 7) + 1
    store = new_wide(chunks)
    level = top_level(chunks)
    powers = None
    if level >= 0:
        powers = power_table(BILLION, level)
    split_chunks(int_abs(x), store, BIGINT_DIGITS, chunks, powers, level)
    last = BIGINT_DIGITS + chunks - 1
    while ld(store, last) == 0:
        last -= 1
    length = decimal_length(ld(store, last))
    index = 0
    negative = ld(x, BIGINT_SIZE) < 0
    if negative:
        index = 1
    text = ascii_string(length + (last - BIGINT_DIGITS) * 9 + index)
    if negative:
        put_ascii(text, 0, 45)
    while last >= BIGINT_DIGITS:
        put_decimal(text, index, length, ld(store, last))
        index += length
        length = 9
        last -= 1
    return text


def digits_limit():
    """The largest number of decimal digits to convert, 0 if there is none."""
    if int_digits_limit is None:
        return DEFAULT_DIGITS_LIMIT
    return int_digits_limit


def too_many_digits():
    """Raises for the conversion of a very large integer."""
    raise ValueError(
        f"Exceeds the limit ({digits_limit()} digits) for integer string conversion; "
        "use sys.set_int_max_str_digits() to increase the limit"
    )


def top_level(count):
    """The number of times that SHORT_CHUNKS has to be doubled to reach count, less one."""
    level = -1
    while SHORT_CHUNKS << level + 1 < count:
        level += 1
    return level


def power_table(base, level):
    """A tuple of a base to the powers of SHORT_CHUNKS << k, for k from 0 to a level."""
    powers = alloc(TUPLE, TUPLE_ITEMS + level + 1)
    st(powers, TUPLE_LENGTH, 0)
    power = int_power(base, SHORT_CHUNKS)
    for k in range(level + 1):
        if k:
            power = int_mul(power, power)
        st(powers, TUPLE_ITEMS + k, power)
        st(powers, TUPLE_LENGTH, k + 1)
    return powers


def split_chunks(x, store, start, count, powers, level):
    """Stores an integer, which isn't negative, as count chunks of nine decimal digits; it is less
    than the square of the power at the level."""
    if level >= 0:
        low_count = SHORT_CHUNKS << level
        if low_count < count:
            power = ld(powers, TUPLE_ITEMS + level)
            high = int_floordiv(x, power)
            low = int_mod(x, power)
            split_chunks(high, store, start + low_count, count - low_count, powers, level - 1)
            split_chunks(low, store, start, low_count, powers, level - 1)
        else:
            split_chunks(x, store, start, count, powers, level - 1)
        return
    x = wide(x)
    digits = digits_of(x)
    x = shifted_digits(x, digits, 0)
    for i in range(start, start + count):
        st(store, i, divide_by_inverse(x, digits, SHIFTED_BILLION, BILLION_INVERSE, 2, x))
        if digits and ld(x, digits + (BIGINT_DIGITS - 1)) == 0:
            digits -= 1
