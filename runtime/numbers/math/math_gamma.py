"""The module math: gamma functions, by the approximation of Lanczos with CPython's parameters, in
doubles as there, so that the last bits are the same."""

# Of N = 13, g = 6.024680040776729583740234375.
LANCZOS_G = 6.024680040776729583740234375
LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375
LANCZOS_COUNT = 13
LOG_PI = 1.144729885849400174143427351353058711647
HALF_OF_ONE = 0.5
# Beyond this gamma is infinite, or zero for negative numbers.
GAMMA_LIMIT = 200
# Beyond this a power is taken as the square of a root.
POWER_LIMIT = 140
# Factorials up to that of 22 are exact doubles.
EXACT_FACTORIALS = 23


def lanczos_numerator():
    """Coefficients of the numerator, from the constant one on."""
    return (
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    )


def lanczos_denominator():
    """Coefficients of the denominator, x (x + 1) … (x + 11)."""
    return (
        0.0,
        39916800.0,
        120543840.0,
        150917976.0,
        105258076.0,
        45995730.0,
        13339535.0,
        2637558.0,
        357423.0,
        32670.0,
        1925.0,
        66.0,
        1.0,
    )


@generic
def lanczos_sum(x):
    """The rational function of a positive double; for a large one in its reciprocal."""
    above = lanczos_numerator()
    below = lanczos_denominator()
    numerator = float_of(0)
    denominator = numerator
    if x < 5:
        i = LANCZOS_COUNT
        while i > 0:
            i -= 1
            numerator = numerator * x + ld(above, TUPLE_ITEMS + i)
            denominator = denominator * x + ld(below, TUPLE_ITEMS + i)
    else:
        for i in range(LANCZOS_COUNT):
            numerator = numerator / x + ld(above, TUPLE_ITEMS + i)
            denominator = denominator / x + ld(below, TUPLE_ITEMS + i)
    return numerator / denominator


@generic
def sine_of_pi(x):
    """The sine of π times a double."""
    y = float_mod(float_abs(x), 2)
    # The nearest number of quarters of the period.
    n = round_to_int(y + y)
    if n == 0:
        result = float_sin(y * MATH_PI)
    elif n == 1:
        result = float_cos(MATH_PI * (y - HALF_OF_ONE))
    elif n == 2:
        result = float_sin(MATH_PI * (1 - y))
    elif n == 3:
        result = 0 - float_cos(MATH_PI * (y - (1 + HALF_OF_ONE)))
    else:
        result = float_sin(MATH_PI * (y - 2))
    if x < 0:
        return 0 - result
    return result


@builtin(module="math", name="gamma")
@generic
def math_gamma(x, /):
    """Gamma function at x."""
    x = real_argument(x)
    if nan_or_infinite(x):
        if ld(x, FLOAT_HIGH) < 0 and not float_is_nan(x):
            domain_error()
        return x
    if not float_truth(x):
        domain_error()
    if is_whole(x):
        if x < 0:
            domain_error()
        if x <= EXACT_FACTORIALS:
            return float_of(math_factorial(int_of_float(x) - 1))
    size = float_abs(x)
    if ld(size, FLOAT_HIGH) < GAMMA_TINY:
        return in_range(1 / x)
    if size > GAMMA_LIMIT:
        if x < 0:
            return 0 / sine_of_pi(x)
        range_error()
    y = size + LANCZOS_G_MINUS_HALF
    # What is lost in the sum.
    if size > LANCZOS_G_MINUS_HALF:
        z = y - size - LANCZOS_G_MINUS_HALF
    else:
        z = y - LANCZOS_G_MINUS_HALF - size
    z = z * LANCZOS_G / y
    if x < 0:
        result = (0 - MATH_PI) / sine_of_pi(size) / size * float_exp(y) / lanczos_sum(size)
        result = result - z * result
        if size < POWER_LIMIT:
            result = result / positive_power(y, size - HALF_OF_ONE)
        else:
            root = positive_power(y, size / 2 - HALF_OF_ONE / 2)
            result = result / root / root
    else:
        result = lanczos_sum(size) / float_exp(y)
        result = result + z * result
        if size < POWER_LIMIT:
            result = result * positive_power(y, size - HALF_OF_ONE)
        else:
            root = positive_power(y, size / 2 - HALF_OF_ONE / 2)
            result = result * root * root
    return in_range(result)


# The upper word of 1e-20.
GAMMA_TINY = 0x3BC79CA1


@builtin(module="math", name="lgamma")
@generic
def math_lgamma(x, /):
    """Natural logarithm of absolute value of Gamma function at x."""
    x = real_argument(x)
    if nan_or_infinite(x):
        return float_abs(x)
    if is_whole(x) and x <= 2:
        if x <= 0:
            domain_error()
        return float_from_bits(0, 0)
    size = float_abs(x)
    if ld(size, FLOAT_HIGH) < GAMMA_TINY:
        return 0 - float_log(size)
    result = float_log(lanczos_sum(size)) - LANCZOS_G
    result = result + (size - HALF_OF_ONE) * (float_log(size + LANCZOS_G_MINUS_HALF) - 1)
    if x < 0:
        sine = float_abs(sine_of_pi(size))
        result = LOG_PI - float_log(sine) - float_log(size) - result
    return in_range(result)
