"""Powers, exponentials and logarithms of doubles."""

# Integer exponents up to this are calculated exactly before rounding.
EXACT_EXPONENT = 40
# No power of two other than 1 has a double to the power of more.
LARGEST_EXPONENT = 5000
# The upper words of 2.0 and 0.5.
HIGH_OF_2 = 0x40000000
HIGH_OF_HALF = 0x3FE00000
# The exponents that are an odd number of halves are exact roots up to this.
EXACT_HALVES = 11
# e to the power of more is infinite; to the power of less than its negative, zero.
EXP_LIMIT = 760


@generic
def float_exp(x):
    """e to the power of a double, infinity if that is too large."""
    high = ld(x, FLOAT_HIGH)
    if not is_finite(high):
        if is_nan(high, ld(x, FLOAT_LOW)) or high >= 0:
            return x
        return float_from_bits(0, 0)
    if x > EXP_LIMIT:
        return float_from_bits(0, INFINITY)
    if x < 0 - EXP_LIMIT:
        return float_from_bits(0, 0)
    if not float_truth(x):
        return float_of(1)
    return exp_of_fixed(fixed_of(x))


@generic
def exp_of_fixed(value):
    """The double nearest to e to the power of a fixed-point number."""
    ln2 = fixed_ln2()
    count = value // ln2
    return float_of_fixed(fixed_exp(value - count * ln2, 8), count)


@generic
def float_log(x):
    """The natural logarithm of a double that isn't negative."""
    high = ld(x, FLOAT_HIGH)
    if not is_finite(high) or x == 1:
        if x == 1:
            return float_from_bits(0, 0)
        return x
    return float_of_fixed(fixed_log(fraction_of(x), 0 - exponent_of(x)), 0)


@generic
def float_pow(a, b):
    """a ** b of numbers of which one is a float; a complex number if a is negative and b no
    integer."""
    x = float_of(a)
    y = float_of(b)
    y_high = ld(y, FLOAT_HIGH)
    if y_high == HIGH_OF_2 and ld(y, FLOAT_LOW) == 0:
        return float_square(x)
    if y_high == HIGH_OF_HALF and ld(y, FLOAT_LOW) == 0 and is_positive(ld(x, FLOAT_HIGH)):
        return float_sqrt(x)
    if y == 0 or x == 1:
        return float_of(1)
    if is_nan(ld(x, FLOAT_HIGH), ld(x, FLOAT_LOW)):
        return x
    if is_nan(y_high, ld(y, FLOAT_LOW)):
        return y
    negative = ld(x, FLOAT_HIGH) < 0
    size = float_abs(x)
    if not is_finite(y_high):
        if size == 1:
            return float_of(1)
        if (y_high >= 0) == (size > 1):
            return float_abs(y)
        return float_from_bits(0, 0)
    odd = is_whole(y) and not is_even(int_of_float(y))
    sign = 0
    if odd and negative:
        sign = SIGN
    if not is_finite(ld(x, FLOAT_HIGH)):
        if y_high >= 0:
            return float_from_bits(0, sign | INFINITY)
        return float_from_bits(0, sign)
    if not float_truth(x):
        if y_high < 0:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power")
        return float_from_bits(0, sign)
    if negative and not is_whole(y):
        return complex_pow(new_complex(x, float_of(0)), new_complex(y, float_of(0)))
    result = positive_power(size, y)
    if not is_finite(ld(result, FLOAT_HIGH)):
        exception_arguments
        raise OverflowError(34, "Numerical result out of range")
    if sign:
        return float_neg(result)
    return result


def is_positive(high):
    """True for the upper word of a double above 0, other than the smallest ones, and finite."""
    return high > 0 and high < INFINITY


def float_square(x):
    """x ** 2."""
    result = float_mul(x, x)
    if is_finite(ld(x, FLOAT_HIGH)) and not is_finite(ld(result, FLOAT_HIGH)):
        exception_arguments
        raise OverflowError(34, "Numerical result out of range")
    return result


@generic
def positive_power(x, y):
    """A positive double to the power of a finite one, infinity if that is too large."""
    if x == 1:
        return x
    if y == 0.5:
        return float_sqrt(x)
    if is_whole(y) and (
        float_abs(y) <= EXACT_EXPONENT or is_power_of_two(x) and float_abs(y) < LARGEST_EXPONENT
    ):
        return exact_power(fraction_of(x), exponent_of(x), int_of_float(y))
    halves = float_add(y, y)
    if is_whole(halves) and float_abs(halves) <= EXACT_HALVES:
        return root_of_power(fraction_of(x), exponent_of(x), int_of_float(halves))
    logarithm = fixed_log(fraction_of(x), 0 - exponent_of(x))
    exponent = exponent_of(y)
    value = logarithm * fraction_of(y)
    if ld(y, FLOAT_HIGH) < 0:
        value = 0 - value
    # Beyond any double's logarithm the sign is all that counts.
    if int_bit_length(value) + exponent > PRECISION + 11:
        if value > 0:
            return float_from_bits(0, INFINITY)
        return float_from_bits(0, 0)
    if exponent >= 0:
        value = value << exponent
    else:
        value = value >> 0 - exponent
    if value == 0 or value == -1:
        return float_of(1)
    return exp_of_fixed(value)


def is_power_of_two(x):
    """True for a positive double that is a power of two."""
    m = fraction_of(x)
    return trailing_zeros(m) == int_bit_length(m) - 1


@generic
def exact_power(m, e, exponent):
    """m × 2ᵉ to the power of a small integer."""
    if exponent == 2:
        return scaled_float(0, m * m, e + e, False)
    shift = trailing_zeros(m)
    m = m >> shift
    e += shift
    if exponent >= 0:
        return scaled_float(0, int_power(m, exponent), e * exponent, False)
    power = int_power(m, 0 - exponent)
    shift = int_bit_length(power) + 66
    return scaled_float(0, (1 << shift) // power, e * exponent - shift, m != 1)


@generic
def root_of_power(m, e, exponent):
    """The square root of m × 2ᵉ to the power of a small integer."""
    if exponent > 0:
        return root_of_ratio(int_power(m, exponent), e * exponent)
    power = int_power(m, 0 - exponent)
    # Two bits more than a double's root needs, and more below them if the quotient isn't exact.
    shift = int_bit_length(power) + 140
    quotient = (1 << shift) // power
    return root_of_ratio((quotient << 1) + (m != 1), e * exponent - shift - 1)
