"""The module math: error functions, as a power series of which all terms are positive."""

# Doubles from here on have the error function 1; of those from there on the complement is 0.
ERF_LIMIT = 6
ERFC_LIMIT = 28
# 2 ÷ √π is the root of 4 ÷ π with so many bits.
SERIES_BITS = 128


@builtin(module="math", name="erf")
@generic
def math_erf(x, /):
    """Error function at x."""
    x = real_argument(x)
    if float_is_nan(x) or not float_truth(x):
        return x
    if float_abs(x) > ERF_LIMIT:
        result = float_of(1)
    elif is_small(x):
        # 2x ÷ √π; the next term does not count.
        value = (fraction_of(x) * two_by_root_pi(SERIES_BITS)) << 64
        result = scaled_float(0, value, exponent_of(x) - SERIES_BITS - 64, True)
    else:
        value = error_series(float_abs(x), SERIES_BITS + 64)
        result = scaled_float(0, value, 0 - SERIES_BITS - 64, True)
    if x < 0:
        return float_neg(result)
    return result


@builtin(module="math", name="erfc")
@generic
def math_erfc(x, /):
    """Complementary error function at x."""
    x = real_argument(x)
    if float_is_nan(x):
        return x
    if x > ERFC_LIMIT:
        return float_from_bits(0, 0)
    if x < 0 - ERF_LIMIT:
        return float_of(2)
    # The complement is as small as e to the power of −x², which is 2 to the power of −1.4427 x²: so
    # many bits more are needed.
    size = int_of_float(float_abs(x)) + 1
    bits = SERIES_BITS + (size * size * 1478 >> 10)
    if is_small(x):
        value = (fraction_of(x) * two_by_root_pi(bits)) >> 0 - exponent_of(x)
    else:
        value = error_series(float_abs(x), bits)
    if x < 0:
        value = 0 - value
    return scaled_float(0, (1 << bits) - value, 0 - bits, True)


@generic
def two_by_root_pi(bits):
    """2 ÷ √π with a number of bits."""
    # √(4 ÷ π) is √(2 ÷ (π ÷ 2)).
    half_pi = half_pi_bits()
    return int_root((2 << bits + bits + HALF_PI_PRECISION) // half_pi)


@generic
def error_series(x, bits):
    """The error function of a positive double in units of 2 to the power of −bits:
    2 ÷ √π × e to the power of −x² × Σ 2ⁿ x²ⁿ⁺¹ ÷ (1 × 3 × … × (2n + 1))."""
    more = bits + 64
    exponent = exponent_of(x) + more
    if exponent >= 0:
        value = fraction_of(x) << exponent
    else:
        value = fraction_of(x) >> 0 - exponent
    square = value * value >> more
    term = value
    total = term
    n = 1
    while term:
        n += 2
        term = (term * square >> more - 1) // n
        total += term
    total = (total << more) // long_exponential(square, more)
    return total * two_by_root_pi(more) >> more + 64


@generic
def long_exponential(x, bits):
    """e to the power of x in units of 2 to the power of −bits, for any x that isn't negative."""
    # x is halved until it is below 2⁻⁸, and the result squared as many times.
    count = int_bit_length(x) - bits + 8
    if count < 0:
        count = 0
    more = bits + count + count
    x = x << count + count >> count
    term = 1 << more
    total = term
    n = 0
    while term:
        n += 1
        term = (term * x >> more) // n
        total += term
    while count > 0:
        total = total * total >> more
        count -= 1
    return total >> more - bits
