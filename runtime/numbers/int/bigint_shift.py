"""Shifts and bits of integers of any size, which are in two's complement without end."""


def int_lshift(a, b):
    """a << b."""
    if is_negative(b):
        raise ValueError("negative shift count")
    if tag(a) != BIGINT and a == 0:
        return 0
    if tag(b) == BIGINT or b >= MOST_BITS:
        raise OverflowError("too many digits in integer")
    a = wide(a)
    count = digits_of(a)
    digits = b >> 5
    shift = b & 31
    result = new_wide(count + digits + 1)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + digits):
        st(result, i, 0)
    below = 0
    k = BIGINT_DIGITS + digits
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        digit = ld(a, i)
        if shift:
            st(result, k, rshl(digit, shift) | below)
            below = rshr(digit, 32 - shift)
        else:
            st(result, k, digit)
        k += 1
    st(result, k, below)
    return finish(result, count + digits + 1, ld(a, BIGINT_SIZE) < 0)


# More bits than the heap could hold.
MOST_BITS = 0x1000000


def int_rshift(a, b):
    """a >> b."""
    if is_negative(b):
        raise ValueError("negative shift count")
    if tag(b) == BIGINT:
        if is_negative(a):
            return -1
        return 0
    if tag(a) != BIGINT:
        if b > 31:
            return a >> 31
        return a >> b
    count = digits_of(a) - (b >> 5)
    negative = ld(a, BIGINT_SIZE) < 0
    if count <= 0:
        if negative:
            return -1
        return 0
    result = new_wide(count)
    shift = b & 31
    skipped = b >> 5
    k = BIGINT_DIGITS + skipped
    digit = ld(a, k)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count - 1):
        k += 1
        above = ld(a, k)
        if shift:
            st(result, i, rshr(digit, shift) | rshl(above, 32 - shift))
        else:
            st(result, i, digit)
        digit = above
    st(result, BIGINT_DIGITS + count - 1, rshr(digit, shift))
    result = finish(result, count, negative)
    if negative and any_bit_below(a, b):
        return int_sub(result, 1)
    return result


def any_bit_below(a, position):
    """True if a BIGINT's magnitude has a bit set below a position within it."""
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + (position >> 5)):
        if ld(a, i):
            return True
    if position & 31 == 0:
        return False
    return rshl(ld(a, BIGINT_DIGITS + (position >> 5)), 32 - (position & 31)) != 0


def int_test_bit(x, position):
    """True if a bit of an integer that isn't negative is set."""
    if tag(x) != BIGINT:
        if position > 31:
            return False
        return x >> position & 1 == 1
    if position >> 5 >= digits_of(x):
        return False
    return rshr(ld(x, BIGINT_DIGITS + (position >> 5)), position & 31) & 1 == 1


def trailing_zeros(x):
    """The number of zero bits below the lowest one that is set, of an integer other than 0."""
    position = 0
    word = x
    if tag(x) == BIGINT:
        i = BIGINT_DIGITS
        while ld(x, i) == 0:
            i += 1
            position += 32
        word = ld(x, i)
    return position + 31 - rclz(word & rsub(0, word))
