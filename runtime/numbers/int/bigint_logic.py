"""& | ^ ~ of integers of any size, in two's complement."""


def int_and(a, b):
    """a & b."""
    if tag(a) != BIGINT and tag(b) != BIGINT:
        return a & b
    a = wide(a)
    b = wide(b)
    a_sign = 0 - (ld(a, BIGINT_SIZE) < 0)
    b_sign = 0 - (ld(b, BIGINT_SIZE) < 0)
    count = longer(a, b)
    a = complement_digits(a, count)
    b = complement_digits(b, count)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        st(a, i, ld(a, i) & ld(b, i))
    return from_complement(a, count, a_sign & b_sign)


def int_or(a, b):
    """a | b."""
    if tag(a) != BIGINT and tag(b) != BIGINT:
        return a | b
    a = wide(a)
    b = wide(b)
    a_sign = 0 - (ld(a, BIGINT_SIZE) < 0)
    b_sign = 0 - (ld(b, BIGINT_SIZE) < 0)
    count = longer(a, b)
    a = complement_digits(a, count)
    b = complement_digits(b, count)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        st(a, i, ld(a, i) | ld(b, i))
    return from_complement(a, count, a_sign | b_sign)


def int_xor(a, b):
    """a ^ b."""
    if tag(a) != BIGINT and tag(b) != BIGINT:
        return a ^ b
    a = wide(a)
    b = wide(b)
    a_sign = 0 - (ld(a, BIGINT_SIZE) < 0)
    b_sign = 0 - (ld(b, BIGINT_SIZE) < 0)
    count = longer(a, b)
    a = complement_digits(a, count)
    b = complement_digits(b, count)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        st(a, i, ld(a, i) ^ ld(b, i))
    return from_complement(a, count, a_sign ^ b_sign)


def int_invert(x):
    """~x."""
    return int_sub(-1, x)


def longer(a, b):
    """The number of digits of the longer one of two wide integers."""
    a_count = digits_of(a)
    b_count = digits_of(b)
    if a_count < b_count:
        return b_count
    return a_count


def complement_digits(x, count):
    """A wide integer's digits in two's complement; the sign's digits go on without end."""
    result = new_wide(count)
    size = ld(x, BIGINT_SIZE)
    flip = 0
    if size < 0:
        flip = -1
        size = 0 - size
    carry = 0 - flip
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + size):
        digit = ld(x, i) ^ flip
        st(result, i, radd(digit, carry))
        carry = radc(digit, carry)
    for i in range(BIGINT_DIGITS + size, BIGINT_DIGITS + count):
        st(result, i, flip)
    return result


def from_complement(x, count, sign):
    """The integer of two's complement digits and a sign, 0 or −1; it is made in place."""
    if sign == 0:
        return finish(x, count, False)
    result = new_wide(count + 1)
    carry = 1
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        digit = ~ld(x, i)
        st(result, i, radd(digit, carry))
        carry = radc(digit, carry)
    st(result, BIGINT_DIGITS + count, carry)
    return finish(result, count + 1, True)
