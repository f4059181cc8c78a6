"""// and % of doubles."""

# Differences of exponents up to which bits are divided one by one.
FEW_STEPS = 32


def float_remainder(x, y):
    """The remainder of finite doubles' division with x's sign, exactly; y isn't zero."""
    shift = exponent_of(x) - exponent_of(y)
    if shift >= 0:
        normal = ld(x, FLOAT_HIGH) & INFINITY and ld(y, FLOAT_HIGH) & INFINITY
        if shift < FEW_STEPS and normal:
            return remainder_by_steps(x, y, shift)
        rest = int_mod(int_lshift(fraction_of(x), shift), fraction_of(y))
        exponent = exponent_of(y)
    else:
        if shift < -53:
            return x
        rest = int_mod(fraction_of(x), int_lshift(fraction_of(y), 0 - shift))
        exponent = exponent_of(x)
    return scaled_float(ld(x, FLOAT_HIGH) & SIGN, rest, exponent, False)


def remainder_by_steps(x, y, shift):
    """float_remainder for normal doubles and an exponent of x that is greater by a small shift, or
    equal: bit by bit of the quotient."""
    sign = ld(x, FLOAT_HIGH) & SIGN
    x_low = ld(x, FLOAT_LOW)
    x_high = ld(x, FLOAT_HIGH) & FRACTION | HIDDEN
    y_low = ld(y, FLOAT_LOW)
    y_high = ld(y, FLOAT_HIGH) & FRACTION | HIDDEN
    while True:
        if x_high > y_high or x_high == y_high and not rltu(x_low, y_low):
            x_high = x_high - y_high - rltu(x_low, y_low)
            x_low = rsub(x_low, y_low)
        if shift == 0:
            break
        shift -= 1
        x_high = x_high + x_high + rshr(x_low, 31)
        x_low = rshl(x_low, 1)
    if x_high == 0 and x_low == 0:
        return float_from_bits(0, sign)
    return normalised(sign, exponent_of(y) + (BIAS + 52), x_high, x_low, 0)


def modulo_operands(x, y, message):
    """None for operands that have a quotient and a remainder, else what is not a number."""
    x_high = ld(x, FLOAT_HIGH)
    y_high = ld(y, FLOAT_HIGH)
    if y_high & MAGNITUDE == 0 and ld(y, FLOAT_LOW) == 0:
        raise ZeroDivisionError(message)
    if not is_finite(x_high) or is_nan(y_high, ld(y, FLOAT_LOW)):
        return float_nan()
    return None


def float_mod(a, b):
    """a % b, one of them a float."""
    x = float_of(a)
    y = float_of(b)
    nan = modulo_operands(x, y, "float modulo")
    if nan is not None:
        return nan
    y_high = ld(y, FLOAT_HIGH)
    rest = x
    if is_finite(y_high):
        rest = float_remainder(x, y)
    if not float_truth(rest):
        return float_from_bits(0, y_high & SIGN)
    if ld(rest, FLOAT_HIGH) ^ y_high < 0:
        return float_add(rest, y)
    return rest


def float_floordiv(a, b):
    """a // b, one of them a float."""
    x = float_of(a)
    y = float_of(b)
    nan = modulo_operands(x, y, "float floor division by zero")
    if nan is not None:
        return nan
    return floor_quotient(x, y)


def floor_quotient(x, y):
    """x // y, found like CPython finds it: from the difference to the remainder."""
    y_high = ld(y, FLOAT_HIGH)
    rest = x
    if is_finite(y_high):
        rest = float_remainder(x, y)
    quotient = float_truediv(float_sub(x, rest), y)
    if float_truth(rest) and ld(rest, FLOAT_HIGH) ^ y_high < 0:
        quotient = float_sub(quotient, 1)
    if not float_truth(quotient):
        return float_from_bits(0, (ld(x, FLOAT_HIGH) ^ y_high) & SIGN)
    if not is_finite(ld(quotient, FLOAT_HIGH)):
        return quotient
    floor = float_floor(quotient)
    if float_gt(float_sub(quotient, floor), HALF):
        return float_add(floor, 1)
    return floor


HALF = 0.5


def float_floor(x):
    """The largest whole double that isn't greater."""
    if is_whole(x) or not is_finite(ld(x, FLOAT_HIGH)):
        return x
    whole = int_of_float(x)
    if ld(x, FLOAT_HIGH) < 0:
        whole = int_sub(whole, 1)
    if whole is ZERO:
        return float_from_bits(0, ld(x, FLOAT_HIGH) & SIGN)
    return float_of(whole)


def float_divmod(a, b):
    """divmod(a, b), one of them a float."""
    x = float_of(a)
    y = float_of(b)
    nan = modulo_operands(x, y, "float divmod()")
    if nan is not None:
        return nan, nan
    return floor_quotient(x, y), float_mod(x, y)
