"""Quotients of a magnitude by one digit, and what division by more is made of.

Division by a digit multiplies by its reciprocal (Möller and Granlund, "Improved division by
invariant integers"), since the hardware's division is slower and has only 31 bits."""


def reciprocal(digit):
    """⌊(2⁶⁴ − 1) ÷ digit⌋ − 2³², for a digit whose top bit is set: by Newton's method from below,
    with 2³² + v as the estimate."""
    v = 0x7FFFFFFF // ((rshr(digit, 16)) + 1) - 0x8000
    if v < 0:
        v = 0
    v = rshl(v, 17)
    for step in range(2):
        # The upper word of 2⁶⁴ − (2³² + v) × digit.
        error = rsub(0, radd(digit, rmulh(v, digit)))
        if rmul(v, digit):
            error = rsub(error, 1)
        v = radd(v, radd(error, rmulh(v, error)))
    low = rsub(-1, rmul(v, digit))
    high = rsub(-1, radd(digit, rmulh(v, digit)))
    while high or not rltu(low, digit):
        high = rsub(high, rltu(low, digit))
        low = rsub(low, digit)
        v = radd(v, 1)
    return v


def divide_words(high, low, digit, inverse):
    """The quotient of 64 bits, high < digit, by a digit with its reciprocal. The remainder is
    low − quotient × digit modulo 2³²."""
    q = rmul(inverse, high)
    estimate = radd(radd(radd(rmulh(inverse, high), high), radc(q, low)), 1)
    q = radd(q, low)
    remainder = rsub(low, rmul(estimate, digit))
    if rltu(q, remainder):
        estimate = rsub(estimate, 1)
        remainder = radd(remainder, digit)
    if not rltu(remainder, digit):
        estimate = radd(estimate, 1)
    return estimate


def divide_by_digit(a, count, digit, quotient):
    """Stores the digits of a magnitude divided by a digit to quotient, which may be a itself;
    returns the remainder."""
    shift = rclz(digit)
    digit = rshl(digit, shift)
    inverse = reciprocal(digit)
    return divide_by_inverse(a, count, digit, inverse, shift, quotient)


def divide_by_inverse(a, count, digit, inverse, shift, quotient):
    """divide_by_digit for a digit shifted to set its top bit, and its reciprocal."""
    i = count + (BIGINT_DIGITS - 1)
    remainder = 0
    word = 0
    if shift:
        if count:
            word = ld(a, i)
        remainder = rshr(word, 32 - shift)
    while i >= BIGINT_DIGITS:
        if shift:
            low = rshl(word, shift)
            if i > BIGINT_DIGITS:
                word = ld(a, i - 1)
                low = low | rshr(word, 32 - shift)
        else:
            low = ld(a, i)
        q = divide_words(remainder, low, digit, inverse)
        remainder = rsub(low, rmul(q, digit))
        st(quotient, i, q)
        i -= 1
    return rshr(remainder, shift)


def pair_reciprocal(d1, d0):
    """⌊(2⁹⁶ − 1) ÷ (d1, d0)⌋ − 2³², for a d1 whose top bit is set."""
    v = reciprocal(d1)
    p = radd(rmul(d1, v), d0)
    if rltu(p, d0):
        v = rsub(v, 1)
        if not rltu(p, d1):
            v = rsub(v, 1)
            p = rsub(p, d1)
        p = rsub(p, d1)
    low = rmul(v, d0)
    high = rmulh(v, d0)
    p = radd(p, high)
    if rltu(p, high):
        v = rsub(v, 1)
        if rltu(d1, p) or p == d1 and not rltu(low, d0):
            v = rsub(v, 1)
    return v


def divide_pair(high, middle, low, d1, d0, inverse):
    """The quotient of 96 bits, whose upper 64 are less than (d1, d0), by those 64 bits, with their
    pair_reciprocal."""
    q = rmul(inverse, high)
    estimate = radd(radd(rmulh(inverse, high), high), radc(q, middle))
    q = radd(q, middle)
    p0 = rmul(d0, estimate)
    r1 = rsub(rsub(middle, rmul(estimate, d1)), rmulh(d0, estimate))
    r1 = rsub(r1, rltu(low, p0))
    r0 = rsub(low, p0)
    r1 = rsub(rsub(r1, d1), rltu(r0, d0))
    r0 = rsub(r0, d0)
    estimate = radd(estimate, 1)
    if not rltu(r1, q):
        estimate = rsub(estimate, 1)
        r0 = radd(r0, d0)
        r1 = radd(radd(r1, d1), rltu(r0, d0))
    if rltu(d1, r1) or r1 == d1 and not rltu(r0, d0):
        estimate = radd(estimate, 1)
    return estimate
