"""Sums, differences and order of integers of any size."""


def int_add(a, b):
    """a + b."""
    if tag(a) != BIGINT and tag(b) != BIGINT:
        total = radd(a, b)
        if (a ^ total) & (b ^ total) >= 0:
            return total
        if a >= 0:
            return from_words(total, 0, False)
        if total:
            return from_words(rsub(0, total), 0, True)
        return from_words(0, 1, True)
    a = wide(a)
    b = wide(b)
    return add_signed(a, ld(a, BIGINT_SIZE), b, ld(b, BIGINT_SIZE))


def int_sub(a, b):
    """a − b."""
    if tag(a) != BIGINT and tag(b) != BIGINT:
        difference = rsub(a, b)
        if (a ^ b) & (a ^ difference) >= 0:
            return difference
        if a >= 0:
            return from_words(difference, 0, False)
        return from_words(rsub(0, difference), 0, True)
    a = wide(a)
    b = wide(b)
    return add_signed(a, ld(a, BIGINT_SIZE), b, 0 - ld(b, BIGINT_SIZE))


def add_signed(a, a_size, b, b_size):
    """The sum of two wide integers' magnitudes under the signs of the given sizes."""
    if a_size ^ b_size >= 0:
        if a_size < 0:
            return add_magnitudes(a, 0 - a_size, b, 0 - b_size, True)
        return add_magnitudes(a, a_size, b, b_size, False)
    if a_size < 0:
        return subtract_magnitudes(b, b_size, a, 0 - a_size)
    return subtract_magnitudes(a, a_size, b, 0 - b_size)


def add_magnitudes(a, a_count, b, b_count, negative):
    """The sum of two magnitudes, with a sign."""
    if a_count < b_count:
        return add_magnitudes(b, b_count, a, a_count, negative)
    result = new_wide(a_count + 1)
    carry = 0
    middle = BIGINT_DIGITS + b_count
    end = BIGINT_DIGITS + a_count
    for i in range(BIGINT_DIGITS, middle):
        x = ld(a, i)
        y = ld(b, i)
        total = radd(x, y)
        st(result, i, radd(total, carry))
        carry = radc(x, y) | radc(total, carry)
    for i in range(middle, end):
        x = ld(a, i)
        st(result, i, radd(x, carry))
        carry = radc(x, carry)
    st(result, end, carry)
    return finish(result, a_count + 1, negative)


def subtract_magnitudes(a, a_count, b, b_count):
    """The difference of two magnitudes."""
    order = compare_magnitudes(a, a_count, b, b_count)
    if order >= 0:
        return take_away(a, a_count, b, b_count, False)
    return take_away(b, b_count, a, a_count, True)


def take_away(a, a_count, b, b_count, negative):
    """A magnitude minus one that isn't larger, with a sign."""
    result = new_wide(a_count)
    borrow = False
    middle = BIGINT_DIGITS + b_count
    for i in range(BIGINT_DIGITS, middle):
        x = ld(a, i)
        y = ld(b, i)
        difference = rsub(x, y)
        st(result, i, rsub(difference, borrow))
        borrow = rltu(x, y) | rltu(difference, borrow)
    for i in range(middle, BIGINT_DIGITS + a_count):
        x = ld(a, i)
        st(result, i, rsub(x, borrow))
        borrow = rltu(x, borrow)
    return finish(result, a_count, negative)


def compare_magnitudes(a, a_count, b, b_count):
    """−1, 0 or 1 as a's magnitude is less than, equal to or greater than b's."""
    if a_count != b_count:
        if a_count < b_count:
            return -1
        return 1
    i = a_count + (BIGINT_DIGITS - 1)
    while i >= BIGINT_DIGITS:
        x = ld(a, i)
        y = ld(b, i)
        if x != y:
            if rltu(x, y):
                return -1
            return 1
        i -= 1
    return 0


def int_compare(a, b):
    """−1, 0 or 1 as a is less than, equal to or greater than b."""
    if tag(a) != BIGINT:
        if tag(b) != BIGINT:
            if a < b:
                return -1
            if a > b:
                return 1
            return 0
        if ld(b, BIGINT_SIZE) < 0:
            return 1
        return -1
    size = ld(a, BIGINT_SIZE)
    if tag(b) != BIGINT or size ^ ld(b, BIGINT_SIZE) < 0:
        if size < 0:
            return -1
        return 1
    if size < 0:
        return compare_magnitudes(b, digits_of(b), a, 0 - size)
    return compare_magnitudes(a, size, b, ld(b, BIGINT_SIZE))


def int_neg(x):
    """−x."""
    if tag(x) != BIGINT:
        return int_sub(0, x)
    return copy_with_sign(x, ld(x, BIGINT_SIZE) > 0)


def int_pos(x):
    """+x, which makes an int of a bool."""
    if tag(x) == BOOL:
        return retag(x, INT)
    return x


def int_abs(x):
    """The absolute value."""
    if is_negative(x):
        return int_neg(x)
    return int_pos(x)


def copy_with_sign(x, negative):
    """A wide integer's magnitude under a sign."""
    count = digits_of(x)
    result = new_wide(count)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        st(result, i, ld(x, i))
    return finish(result, count, negative)
