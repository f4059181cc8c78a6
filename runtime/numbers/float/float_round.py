"""Rounding of doubles."""

# Beyond these numbers of digits rounding changes nothing, or leaves nothing.
MOST_PLACES = 323
FEWEST_PLACES = -308


def floor_to_int(x):
    """The largest integer that isn't greater."""
    value = int_of_float(x)
    if ld(x, FLOAT_HIGH) < 0 and not is_whole(x):
        return int_sub(value, 1)
    return value


def ceil_to_int(x):
    """The smallest integer that isn't less."""
    value = int_of_float(x)
    if ld(x, FLOAT_HIGH) >= 0 and not is_whole(x):
        return int_add(value, 1)
    return value


def round_to_int(x):
    """The nearest integer, at a tie the even one."""
    value = int_of_float(x)
    if is_whole(x):
        return value
    value = scale_to_nearest(fraction_of(x), exponent_of(x), 0)
    if ld(x, FLOAT_HIGH) < 0:
        return int_neg(value)
    return value


def float_round(x, digits):
    """A double rounded to decimal places, at a tie to an even last digit."""
    high = ld(x, FLOAT_HIGH)
    if not is_finite(high) or not float_truth(x):
        return x
    if tag(digits) == BIGINT:
        if is_negative(digits):
            return float_from_bits(0, high & SIGN)
        return x
    if digits > MOST_PLACES:
        return x
    if digits < FEWEST_PLACES:
        return float_from_bits(0, high & SIGN)
    value = scale_to_nearest(fraction_of(x), exponent_of(x), digits)
    result = decimal_to_float(high & SIGN, value, int_bit_length(value), 0 - digits)
    if not is_finite(ld(result, FLOAT_HIGH)):
        raise OverflowError("rounded value too large to represent")
    return result
