"""Doubles in decimal, exactly: the digits, and where the decimal point is.

A double is an integer m times 2ᵉ; times 10ᵖ that is m × 5ᵖ × 2ᵉ⁺ᵖ, a shift and, for a negative p, a
division."""

# The value of digits d₁d₂d₃… that a function here returned is 0.d₁d₂d₃… × 10 to this power.
decimal_point = 0
# What the last scale left below its integer: nothing, less than a half, a half, or more.
scale_rest = 0
NO_REST = 0
LESS_THAN_HALF = 1
HALF_REST = 2
MORE_THAN_HALF = 3
# A power of five that is likely to be needed again.
known_exponent = -1
known_power = 0


def five_power(exponent):
    """Five to the power of an exponent that isn't negative."""
    global known_exponent, known_power
    if exponent != known_exponent:
        known_power = int_power(5, exponent)
        known_exponent = exponent
    return known_power


def scale(m, e, p):
    """⌊m × 2ᵉ × 10ᵖ⌋ of an integer that isn't negative; scale_rest says what is left."""
    global scale_rest
    shift = e + p
    if p >= 0:
        if p:
            m = int_mul(m, five_power(p))
        if shift >= 0:
            scale_rest = NO_REST
            return int_lshift(m, shift)
        shift = 0 - shift
        scale_rest = rest_of_bits(m, shift)
        return int_rshift(m, shift)
    power = five_power(0 - p)
    if shift >= 0:
        m = int_lshift(m, shift)
    else:
        power = int_lshift(power, 0 - shift)
    quotient = divide_magnitudes(wide(m), wide(power))
    rest = division_remainder
    if rest is ZERO:
        scale_rest = NO_REST
    else:
        scale_rest = HALF_REST + int_compare(int_lshift(rest, 1), power)
    return quotient


def rest_of_bits(m, count):
    """scale_rest of the lowest bits of an integer."""
    if m is ZERO or trailing_zeros(m) >= count:
        return NO_REST
    if not int_test_bit(m, count - 1):
        return LESS_THAN_HALF
    if trailing_zeros(m) == count - 1:
        return HALF_REST
    return MORE_THAN_HALF


def scale_to_nearest(m, e, p):
    """scale, rounded to the nearest integer, at a tie to the even one."""
    value = scale(m, e, p)
    if scale_rest == MORE_THAN_HALF or scale_rest == HALF_REST and int_test_bit(value, 0):
        return int_add(value, 1)
    return value


def first_guess(m, e):
    """⌊log₁₀⌋ of m × 2ᵉ: now and then one less, and rarely one more."""
    word = m
    if tag(m) == BIGINT:
        word = ld(m, digits_of(m) + (BIGINT_DIGITS - 1))
    # Eight bits below the uppermost one, instead of the logarithm of the fraction.
    below = rshr(rshl(rshl(word, rclz(word)), 1), 24)
    return ((int_bit_length(m) + e - 1 << 8) + below) * 1233 >> 20


def trimmed(x, point):
    """The decimal digits of an integer without zeros at the end; sets decimal_point to their number
    plus point."""
    global decimal_point
    text = decimal_text(x)
    length = str_length(text)
    decimal_point = length + point
    while length > 0 and char_at(text, length - 1) == 48:
        length -= 1
    if length == str_length(text):
        return text
    return substring(text, 0, length)


def rounded_digits(m, e, count):
    """The digits of m × 2ᵉ rounded to a number of digits, without zeros at the end."""
    global decimal_point
    if m is ZERO:
        decimal_point = 1
        return ""
    exponent = first_guess(m, e) + 1
    limit = int_mul(five_power(count), int_lshift(1, count))
    value = scale_to_nearest(m, e, count - exponent)
    # With a guess one too small there is one digit too many.
    while int_compare(value, limit) >= 0:
        exponent += 1
        value = scale_to_nearest(m, e, count - exponent)
    result = trimmed(value, exponent - count)
    if decimal_point < exponent:
        # The guess was one too large.
        value = scale_to_nearest(m, e, count - exponent + 1)
        return trimmed(value, exponent - 1 - count)
    return result


def fixed_digits(m, e, places):
    """The digits of m × 2ᵉ rounded to decimal places, without zeros at the end."""
    global decimal_point
    value = scale_to_nearest(m, e, places)
    if value is ZERO:
        decimal_point = 0 - places
        return ""
    return trimmed(value, 0 - places)
