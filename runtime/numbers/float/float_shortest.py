"""The shortest decimal that is read back as the same double.

The double and the ends of the interval of what is rounded to it are scaled to integers of 17 or 18
digits. Digits are then taken away from all three as long as the interval still has a multiple of
the power of ten, and the one nearest to the double is taken. That concerns only the upper or only
the lower nine digits, which fit a word."""

SHORTEST_DIGITS = 17
# The smallest integer of so many digits.
SEVENTEEN_DIGITS = 10000000000000000
HALF_BILLION = 500000000


def shortest_digits(x):
    """The digits of a finite double other than zero; sets decimal_point."""
    m = fraction_of(x)
    e = exponent_of(x)
    # Four times the double is an even number of quarters of the distance to the next one; below
    # a power of two the distance is only half of it.
    m = int_lshift(m, 2)
    e -= 2
    below = 2
    if ld(x, FLOAT_LOW) == 0 and ld(x, FLOAT_HIGH) & FRACTION == 0 and e > 0 - (BIAS + 53):
        below = 1
    p = SHORTEST_DIGITS - 1 - first_guess(m, e)
    value = scale(m, e, p)
    if int_compare(value, SEVENTEEN_DIGITS) < 0:
        p += 1
        value = scale(m, e, p)
    rest = scale_rest
    inclusive = not ld(x, FLOAT_LOW) & 1
    high = scale(int_add(m, 2), e, p)
    if scale_rest == NO_REST and not inclusive:
        high = int_sub(high, 1)
    # One less than the lowest integer in the interval.
    low = scale(int_sub(m, below), e, p)
    if scale_rest == NO_REST and inclusive:
        low = int_sub(low, 1)
    return shorten(value, rest, high, low, p)


def upper_nine(x):
    """An integer below 10¹⁸ divided by 10⁹."""
    x = wide(x)
    low = low_digit(x)
    if digits_of(x) > 1:
        high = rshl(ld(x, BIGINT_DIGITS + 1), 2) | rshr(low, 30)
    else:
        high = rshr(low, 30)
    return divide_words(high, rshl(low, 2), SHIFTED_BILLION, BILLION_INVERSE)


def low_digit(x):
    """The lowest digit of a wide integer."""
    if digits_of(x):
        return ld(x, BIGINT_DIGITS)
    return 0


def shorten(value, rest, high, low, p):
    """The digits of the shortest decimal above low and not above high, nearest to value."""
    v1 = upper_nine(value)
    v0 = rsub(low_digit(wide(value)), rmul(v1, BILLION))
    h1 = upper_nine(high)
    l1 = upper_nine(low)
    left = 9
    if h1 != l1:
        # A multiple of 10⁹ lies between them: the lower nine digits go at once.
        if v0 > HALF_BILLION or v0 == HALF_BILLION and rest:
            rest = MORE_THAN_HALF
        elif v0 == HALF_BILLION:
            rest = HALF_REST
        elif v0 or rest:
            rest = LESS_THAN_HALF
        v0 = v1
        v1 = 0
        p -= 9
    else:
        h1 = rsub(low_digit(wide(high)), rmul(h1, BILLION))
        l1 = rsub(low_digit(wide(low)), rmul(l1, BILLION))
    while True:
        h = rshr(rmulh(h1, TENTH), 3)
        l = rshr(rmulh(l1, TENTH), 3)
        if h == l:
            break
        h1 = h
        l1 = l
        quotient = rshr(rmulh(v0, TENTH), 3)
        digit = v0 - quotient * 10
        v0 = quotient
        if digit > 5 or digit == 5 and rest:
            rest = MORE_THAN_HALF
        elif digit == 5:
            rest = HALF_REST
        elif digit or rest:
            rest = LESS_THAN_HALF
        p -= 1
        left -= 1
    if v0 == l1 or v0 != h1 and (rest == MORE_THAN_HALF or rest == HALF_REST and v0 & 1):
        v0 += 1
    return nine_digits(v1, v0, left, 0 - p)


def nine_digits(upper, lower, count, point):
    """The digits of an integer in two parts, the lower one of so many digits; sets decimal_point to
    their number plus point."""
    global decimal_point
    if upper:
        length = decimal_length(upper)
        text = ascii_string(length + count)
        put_decimal(text, 0, length, upper)
        put_decimal(text, length, count, lower)
        decimal_point = length + count + point
        return text
    decimal_point = decimal_length(lower) + point
    return small_to_string(lower)
