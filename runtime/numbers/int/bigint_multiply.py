"""Products and powers of integers of any size."""

# From this number of digits on, three products of halves cost less than the whole one.
KARATSUBA_DIGITS = 40


def int_mul(a, b):
    """a × b."""
    if tag(a) != BIGINT:
        if tag(b) != BIGINT:
            x = a
            if a < 0:
                x = rsub(0, a)
            y = b
            if b < 0:
                y = rsub(0, b)
            return from_words(rmul(x, y), rmulh(x, y), a ^ b < 0)
        return multiply_by_small(b, a)
    if tag(b) != BIGINT:
        return multiply_by_small(a, b)
    negative = ld(a, BIGINT_SIZE) ^ ld(b, BIGINT_SIZE) < 0
    a_count = digits_of(a)
    b_count = digits_of(b)
    if a_count < KARATSUBA_DIGITS or b_count < KARATSUBA_DIGITS:
        return multiply_rows(a, a_count, b, b_count, negative)
    if a_count < b_count:
        return multiply_parts(b, b_count, a, a_count, negative)
    return multiply_parts(a, a_count, b, b_count, negative)


def multiply_by_small(a, b):
    """A BIGINT times an INT or BOOL."""
    if b == 0:
        return 0
    digit = b
    if b < 0:
        digit = rsub(0, b)
    count = digits_of(a)
    result = new_wide(count + 1)
    end = BIGINT_DIGITS + count
    carry = 0
    for i in range(BIGINT_DIGITS, end):
        x = ld(a, i)
        low = rmul(x, digit)
        st(result, i, radd(low, carry))
        carry = radd(rmulh(x, digit), radc(low, carry))
    st(result, end, carry)
    return finish(result, count + 1, ld(a, BIGINT_SIZE) ^ b < 0)


def multiply_rows(a, a_count, b, b_count, negative):
    """The product of two magnitudes, digit by digit, with a sign."""
    result = new_wide(a_count + b_count)
    # Words that nothing was stored to yet are RAW 0, which radd takes as well as INT 0.
    end = BIGINT_DIGITS + a_count
    for j in range(b_count):
        digit = ld(b, BIGINT_DIGITS + j)
        carry = 0
        k = BIGINT_DIGITS + j
        for i in range(BIGINT_DIGITS, end):
            x = ld(a, i)
            low = rmul(x, digit)
            total = radd(low, carry)
            old = ld(result, k)
            st(result, k, radd(total, old))
            carry = radd(radd(rmulh(x, digit), radc(low, carry)), radc(total, old))
            k += 1
        st(result, k, carry)
    return finish(result, a_count + b_count, negative)


def multiply_parts(a, a_count, b, b_count, negative):
    """The product of two long magnitudes, the first at least as long, by Karatsuba's method."""
    result = new_wide(a_count + b_count)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + a_count + b_count):
        st(result, i, 0)
    half = a_count + 1 >> 1
    if b_count <= half:
        start = 0
        whole = part(b, 0, b_count)
        while start < a_count:
            end = start + b_count
            if end > a_count:
                end = a_count
            add_at(result, start, int_mul(part(a, start, end), whole))
            start = end
    else:
        a_low = part(a, 0, half)
        a_high = part(a, half, a_count)
        b_low = part(b, 0, half)
        b_high = part(b, half, b_count)
        low = int_mul(a_low, b_low)
        high = int_mul(a_high, b_high)
        cross = int_mul(int_add(a_low, a_high), int_add(b_low, b_high))
        add_at(result, 0, low)
        add_at(result, half + half, high)
        add_at(result, half, int_sub(int_sub(cross, low), high))
    return finish(result, a_count + b_count, negative)


def part(x, start, end):
    """The integer of the digits from start up to end of a magnitude."""
    count = end - start
    result = new_wide(count)
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        st(result, i, ld(x, i + start))
    return finish(result, count, False)


def add_at(result, position, x):
    """Adds an integer that isn't negative to a wide integer's digits from a position on."""
    x = wide(x)
    carry = 0
    k = BIGINT_DIGITS + position
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + digits_of(x)):
        y = ld(x, i)
        total = radd(y, carry)
        old = ld(result, k)
        st(result, k, radd(total, old))
        carry = radc(y, carry) | radc(total, old)
        k += 1
    while carry:
        old = ld(result, k)
        st(result, k, radd(old, carry))
        carry = radc(old, carry)
        k += 1


def int_power(base, exponent):
    """base to the power of an exponent that isn't negative."""
    if exponent == 0:
        return 1
    result = base
    bit = int_bit_length(exponent) - 2
    while bit >= 0:
        result = int_mul(result, result)
        if int_test_bit(exponent, bit):
            result = int_mul(result, base)
        bit -= 1
    return int_pos(result)
