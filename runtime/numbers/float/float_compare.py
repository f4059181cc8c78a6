"""Comparisons of doubles with doubles and with integers of any size."""

# The order of what is not a number and anything.
UNORDERED = 2


def float_eq(a, b):
    """a == b, one of them a float."""
    return float_compare(a, b) == 0


def float_lt(a, b):
    """a < b, one of them a float."""
    return float_compare(a, b) < 0


def float_le(a, b):
    """a <= b, one of them a float."""
    return float_compare(a, b) <= 0


def float_gt(a, b):
    """a > b, one of them a float."""
    return float_compare(a, b) == 1


def float_ge(a, b):
    """a >= b, one of them a float."""
    order = float_compare(a, b)
    return order == 1 or order == 0


def float_compare(a, b):
    """−1, 0 or 1 as a is less than, equal to or greater than b, or else UNORDERED."""
    if tag(a) == FLOAT and tag(b) == FLOAT:
        a_high = ld(a, FLOAT_HIGH)
        b_high = ld(b, FLOAT_HIGH)
        if a_high & INFINITY != INFINITY and b_high & INFINITY != INFINITY and a_high != b_high:
            # The words of negative numbers grow with the magnitude. Zeros come with other signs.
            if a_high & b_high >= 0:
                if a_high | b_high != SIGN:
                    if a_high < b_high:
                        return -1
                    return 1
            elif a_high < b_high:
                return 1
            else:
                return -1
        return compare_words(ld(a, FLOAT_LOW), a_high, ld(b, FLOAT_LOW), b_high)
    if tag(a) == BIGINT:
        return compare_with_big(b, a, True)
    if tag(b) == BIGINT:
        return compare_with_big(a, b, False)
    return compare_words(low_word(a), high_word(a), low_word(b), high_word(b))


def compare_words(a_low, a_high, b_low, b_high):
    """float_compare of doubles given as words."""
    if is_nan(a_high, a_low) or is_nan(b_high, b_low):
        return UNORDERED
    if a_high ^ b_high < 0:
        if (a_high | b_high) & MAGNITUDE == 0 and a_low | b_low == 0:
            return 0
        if a_high < 0:
            return -1
        return 1
    if a_high == b_high:
        if a_low == b_low:
            return 0
        less = rltu(a_low, b_low)
    else:
        less = a_high < b_high
    if less == (a_high >= 0):
        return -1
    return 1


def compare_with_big(x, big, swapped):
    """The order of a float and a BIGINT, or the other way round if swapped."""
    high = ld(x, FLOAT_HIGH)
    if is_nan(high, ld(x, FLOAT_LOW)):
        return UNORDERED
    if is_finite(high):
        whole = int_of_float(x)
        order = int_compare(whole, big)
        if order == 0:
            order = float_compare(x, float_of(whole))
    else:
        order = 1
        if high < 0:
            order = -1
    if swapped:
        return 0 - order
    return order
