"""Integers as words: the parts of a BIGINT, and what every integer result goes through.

A BIGINT has a sign and a magnitude of 32-bit digits, the least significant first. As a value it
never lies in INT's range; while being calculated with it may, and then it is called wide."""

# For comparisons with `is`, which take any integer without a trap.
ZERO = 0
ONE = 1


def wide(x):
    """An integer as a wide BIGINT."""
    if tag(x) == BIGINT:
        return x
    result = alloc(BIGINT, BIGINT_DIGITS + 1)
    if x < 0:
        st(result, BIGINT_SIZE, -1)
        st(result, BIGINT_DIGITS, rsub(0, x))
    elif x:
        st(result, BIGINT_SIZE, 1)
        st(result, BIGINT_DIGITS, radd(0, x))
    else:
        st(result, BIGINT_SIZE, 0)
    return result


def new_wide(digits):
    """A wide integer with room for digits, all still to be stored, and the size too."""
    return alloc(BIGINT, BIGINT_DIGITS + digits)


def digits_of(x):
    """The number of digits of a wide integer."""
    size = ld(x, BIGINT_SIZE)
    if size < 0:
        return 0 - size
    return size


def finish(x, count, negative):
    """The value of a wide integer whose first count digits are stored: without leading zeros, and
    an INT if it fits."""
    last = count + (BIGINT_DIGITS - 1)
    while last >= BIGINT_DIGITS and ld(x, last) == 0:
        last -= 1
    count = last - (BIGINT_DIGITS - 1)
    if count <= 1:
        if count == 0:
            return 0
        digit = ld(x, BIGINT_DIGITS)
        if negative:
            digit = rsub(0, digit)
            if digit < 0:
                return digit
        elif digit >= 0:
            return digit
    if negative:
        count = 0 - count
    st(x, BIGINT_SIZE, count)
    return x


def from_words(low, high, negative):
    """The integer of a magnitude of 64 bits."""
    if high == 0:
        if negative:
            if rsub(0, low) <= 0:
                return rsub(0, low)
        elif low >= 0:
            return radd(low, 0)
        result = alloc(BIGINT, BIGINT_DIGITS + 1)
        st(result, BIGINT_DIGITS, low)
        if negative:
            st(result, BIGINT_SIZE, -1)
        else:
            st(result, BIGINT_SIZE, 1)
        return result
    result = alloc(BIGINT, BIGINT_DIGITS + 2)
    st(result, BIGINT_DIGITS, low)
    st(result, BIGINT_DIGITS + 1, high)
    if negative:
        st(result, BIGINT_SIZE, -2)
    else:
        st(result, BIGINT_SIZE, 2)
    return result


def is_negative(x):
    """True for an integer below zero."""
    if tag(x) == BIGINT:
        return ld(x, BIGINT_SIZE) < 0
    return x < 0


def int_bit_length(x):
    """The number of bits of an integer's magnitude, an INT."""
    if tag(x) != BIGINT:
        if x < 0:
            return 32 - rclz(rsub(0, x))
        return 32 - rclz(x)
    count = digits_of(x)
    return (count << 5) - rclz(ld(x, count + (BIGINT_DIGITS - 1)))
