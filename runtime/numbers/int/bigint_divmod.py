"""// and % of integers of any size, by Knuth's algorithm D."""

# The remainder of the last divide_magnitudes.
division_remainder = None


def int_floordiv(a, b):
    """a // b."""
    if tag(b) != BIGINT:
        if b == 0:
            raise ZeroDivisionError("integer division or modulo by zero")
        if tag(a) != BIGINT:
            if b == -1:
                return int_neg(a)
            return a // b
    quotient = divide_magnitudes(wide(a), wide(b))
    if is_negative(a) == is_negative(b):
        return quotient
    quotient = int_neg(quotient)
    if division_remainder is ZERO:
        return quotient
    return int_sub(quotient, 1)


def int_mod(a, b):
    """a % b."""
    if tag(b) != BIGINT:
        if b == 0:
            raise ZeroDivisionError("integer modulo by zero")
        if tag(a) != BIGINT:
            return a % b
    divide_magnitudes(wide(a), wide(b))
    remainder = division_remainder
    if remainder is ZERO:
        return 0
    if is_negative(a) != is_negative(b):
        remainder = int_sub(int_abs(b), remainder)
    if is_negative(b):
        return int_neg(remainder)
    return remainder


def int_divmod(a, b):
    """divmod(a, b)."""
    if tag(b) != BIGINT and b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    quotient = int_floordiv(a, b)
    if tag(a) != BIGINT and tag(b) != BIGINT:
        return quotient, a % b
    remainder = division_remainder
    if remainder is not ZERO:
        if is_negative(a) != is_negative(b):
            remainder = int_sub(int_abs(b), remainder)
        if is_negative(b):
            remainder = int_neg(remainder)
    return quotient, remainder


def divide_magnitudes(a, b):
    """The quotient of two wide integers' magnitudes; division_remainder is the remainder."""
    global division_remainder
    a_count = digits_of(a)
    b_count = digits_of(b)
    if compare_magnitudes(a, a_count, b, b_count) < 0:
        division_remainder = int_abs(finish(a, a_count, ld(a, BIGINT_SIZE) < 0))
        return 0
    if b_count == 1:
        quotient = new_wide(a_count)
        remainder = divide_by_digit(a, a_count, ld(b, BIGINT_DIGITS), quotient)
        division_remainder = from_words(remainder, 0, False)
        return finish(quotient, a_count, False)
    shift = rclz(ld(b, b_count + (BIGINT_DIGITS - 1)))
    divisor = shifted_digits(b, b_count, shift)
    remainder = shifted_digits(a, a_count, shift)
    quotient = divide_long(remainder, a_count, divisor, b_count)
    division_remainder = int_rshift(finish(remainder, b_count, False), shift)
    return quotient


def shifted_digits(x, count, shift):
    """A magnitude shifted left by less than 32, with one digit more."""
    result = new_wide(count + 1)
    below = 0
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        digit = ld(x, i)
        if shift:
            st(result, i, rshl(digit, shift) | below)
            below = rshr(digit, 32 - shift)
        else:
            st(result, i, digit)
    st(result, BIGINT_DIGITS + count, below)
    return result


def divide_long(a, a_count, b, b_count):
    """The quotient of a_count + 1 digits and b_count digits, two at least, of which the uppermost
    has its top bit set; the remainder takes the place of a."""
    quotient = new_wide(a_count - b_count + 1)
    top = b_count + (BIGINT_DIGITS - 1)
    d1 = ld(b, top)
    d0 = ld(b, top - 1)
    inverse = pair_reciprocal(d1, d0)
    offset = a_count - b_count
    while offset >= 0:
        k = top + offset
        high = ld(a, k + 1)
        middle = ld(a, k)
        if high == d1 and middle == d0:
            q = -1
        else:
            q = divide_pair(high, middle, ld(a, k - 1), d1, d0, inverse)
        if q:
            # Subtract q × b; what is borrowed beyond the uppermost digit must be that digit.
            borrow = 0
            k = BIGINT_DIGITS + offset
            for i in range(BIGINT_DIGITS, top + 1):
                x = ld(b, i)
                low = rmul(x, q)
                total = radd(low, borrow)
                old = ld(a, k)
                st(a, k, rsub(old, total))
                borrow = radd(radd(rmulh(x, q), radc(low, borrow)), rltu(old, total))
                k += 1
            if high != borrow:
                q = rsub(q, 1)
                add_back(a, offset, b, b_count)
            st(a, k, 0)
        st(quotient, BIGINT_DIGITS + offset, q)
        offset -= 1
    return finish(quotient, a_count - b_count + 1, False)


def add_back(a, offset, b, count):
    """Adds a magnitude to a wide integer's digits from an offset on, without the last carry."""
    carry = 0
    for i in range(BIGINT_DIGITS, BIGINT_DIGITS + count):
        x = ld(b, i)
        old = ld(a, i + offset)
        total = radd(x, old)
        st(a, i + offset, radd(total, carry))
        carry = radc(x, old) | radc(total, carry)
