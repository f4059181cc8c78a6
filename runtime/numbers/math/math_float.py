"""The module math: parts and neighbours of doubles."""

MATH_PI: builtin(module="math", name="pi") = 3.141592653589793
MATH_E: builtin(module="math", name="e") = 2.718281828459045
MATH_TAU: builtin(module="math", name="tau") = 6.283185307179586
MATH_INF: builtin(module="math", name="inf") = 1e999
MATH_NAN: builtin(module="math", name="nan") = 1e999 - 1e999

DEGREES_PER_RADIAN = 57.29577951308232
RADIANS_PER_DEGREE = 0.017453292519943295


def domain_error():
    """Raises for an argument for which a function is not defined."""
    raise ValueError("math domain error")


def range_error():
    """Raises for a result that is too large."""
    raise OverflowError("math range error")


def in_range(x):
    """A finite result; infinity raises."""
    if is_finite(ld(x, FLOAT_HIGH)):
        return x
    range_error()


def nan_or_infinite(x):
    """True for a double that is not finite."""
    return not is_finite(ld(x, FLOAT_HIGH))


def float_is_nan(x):
    """True for what is not a number."""
    return is_nan(ld(x, FLOAT_HIGH), ld(x, FLOAT_LOW))


@builtin(module="math", name="floor")
def math_floor(x, /):
    """Return the floor of x as an Integral.

This is the largest integer <= x."""
    if is_a(x, FLOAT):
        return floor_to_int(x)
    result = special0(x, "__floor__")
    if result is END:
        return floor_to_int(real_argument(x))
    return result


@builtin(module="math", name="ceil")
def math_ceil(x, /):
    """Return the ceiling of x as an Integral.

This is the smallest integer >= x."""
    if is_a(x, FLOAT):
        return ceil_to_int(x)
    result = special0(x, "__ceil__")
    if result is END:
        return ceil_to_int(real_argument(x))
    return result


@builtin(module="math", name="trunc")
def math_trunc(x, /):
    """Truncates the Real x to the nearest Integral toward 0.

Uses the __trunc__ magic method."""
    if is_a(x, FLOAT):
        return int_of_float(x)
    result = special0(x, "__trunc__")
    if result is END:
        raise TypeError(f"type {type_name(x)} doesn't define __trunc__ method")
    return result


@builtin(module="math", name="fabs")
def math_fabs(x, /):
    """Return the absolute value of the float x."""
    return float_abs(real_argument(x))


@builtin(module="math", name="copysign")
def math_copysign(x, y, /):
    """Return a float with the magnitude (absolute value) of x but the sign of y.

On platforms that support signed zeros, copysign(1.0, -0.0)
returns -1.0.
"""
    x = real_argument(x)
    sign = ld(real_argument(y), FLOAT_HIGH) & SIGN
    return float_from_bits(ld(x, FLOAT_LOW), ld(x, FLOAT_HIGH) & MAGNITUDE | sign)


@builtin(module="math", name="fmod")
def math_fmod(x, y, /):
    """Return fmod(x, y), according to platform C.

x % y may differ."""
    x = real_argument(x)
    y = real_argument(y)
    if float_is_nan(x) or float_is_nan(y):
        return float_nan()
    if nan_or_infinite(x) or not float_truth(y):
        domain_error()
    if nan_or_infinite(y):
        return x
    return float_remainder(x, y)


@builtin(module="math", name="remainder")
def math_remainder(x, y, /):
    """Difference between x and the closest integer multiple of y.

Return x - n*y where n*y is the closest integer multiple of y.
In the case where x is exactly halfway between two multiples of
y, the nearest even value of n is used. The result is always exact."""
    x = real_argument(x)
    y = real_argument(y)
    if float_is_nan(x) or float_is_nan(y):
        return float_nan()
    if nan_or_infinite(x) or not float_truth(y):
        domain_error()
    if nan_or_infinite(y):
        return x
    sign = ld(x, FLOAT_HIGH) & SIGN
    least = least_exponent(x, y)
    a = int_lshift(fraction_of(x), exponent_of(x) - least)
    b = int_lshift(fraction_of(y), exponent_of(y) - least)
    quotient = int_floordiv(a, b)
    rest = int_sub(a, int_mul(quotient, b))
    order = int_compare(int_lshift(rest, 1), b)
    if order > 0 or order == 0 and not is_even(quotient):
        return scaled_float(sign ^ SIGN, int_sub(b, rest), least, False)
    return scaled_float(sign, rest, least, False)


@builtin(module="math", name="modf")
def math_modf(x, /):
    """Return the fractional and integer parts of x.

Both results carry the sign of x and are floats."""
    x = real_argument(x)
    sign = ld(x, FLOAT_HIGH) & SIGN
    if nan_or_infinite(x):
        if float_is_nan(x):
            return x, x
        return float_from_bits(0, sign), x
    if is_whole(x):
        return float_from_bits(0, sign), x
    whole = float_of(int_of_float(x))
    part = float_sub(x, whole)
    if not float_truth(whole):
        whole = float_from_bits(0, sign)
    return part, whole


@builtin(module="math", name="frexp")
def math_frexp(x, /):
    """Return the mantissa and exponent of x, as pair (m, e).

m is a float and e is an int, such that x = m * 2.**e.
If x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0."""
    x = real_argument(x)
    if nan_or_infinite(x) or not float_truth(x):
        return x, 0
    exponent = exponent_of(x) + int_bit_length(fraction_of(x))
    sign = ld(x, FLOAT_HIGH) & SIGN
    m = fraction_of(x)
    return scaled_float(sign, m, 0 - int_bit_length(m), False), exponent


@builtin(module="math", name="ldexp")
def math_ldexp(x, i, /):
    """Return x * (2**i).

This is essentially the inverse of frexp()."""
    x = real_argument(x)
    i = payload_of(i)
    if not is_number(i):
        raise TypeError("Expected an int as second argument to ldexp.")
    if nan_or_infinite(x) or not float_truth(x):
        return x
    if tag(i) == BIGINT or i > 5000 or i < -5000:
        if not is_negative(i):
            range_error()
        return float_from_bits(0, ld(x, FLOAT_HIGH) & SIGN)
    sign = ld(x, FLOAT_HIGH) & SIGN
    return in_range(scaled_float(sign, fraction_of(x), exponent_of(x) + i, False))


@builtin(module="math", name="isnan")
def math_isnan(x, /):
    """Return True if x is a NaN (not a number), and False otherwise."""
    return float_is_nan(real_argument(x))


@builtin(module="math", name="isinf")
def math_isinf(x, /):
    """Return True if x is a positive or negative infinity, and False otherwise."""
    x = real_argument(x)
    return nan_or_infinite(x) and not float_is_nan(x)


@builtin(module="math", name="isfinite")
def math_isfinite(x, /):
    """Return True if x is neither an infinity nor a NaN, and False otherwise."""
    return not nan_or_infinite(real_argument(x))


@builtin(module="math", name="isclose")
def math_isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Determine whether two floating point numbers are close in value.

  rel_tol
    maximum difference for being considered "close", relative to the
    magnitude of the input values
  abs_tol
    maximum difference for being considered "close", regardless of the
    magnitude of the input values

Return True if a is close in value to b, and False otherwise.

For the values to be considered close, the difference between them
must be smaller than at least one of the tolerances.

-inf, inf and NaN behave similarly to the IEEE 754 Standard.  That
is, NaN is not close to anything, even itself.  inf and -inf are
only close to themselves."""
    a = real_argument(a)
    b = real_argument(b)
    relative = real_argument(rel_tol)
    absolute = real_argument(abs_tol)
    if float_lt(relative, 0) or float_lt(absolute, 0):
        raise ValueError("tolerances must be non-negative")
    if float_eq(a, b):
        return True
    if nan_or_infinite(a) or nan_or_infinite(b):
        return False
    difference = float_abs(float_sub(b, a))
    return (
        float_le(difference, float_abs(float_mul(relative, b)))
        or float_le(difference, float_abs(float_mul(relative, a)))
        or float_le(difference, absolute)
    )


@builtin(module="math", name="nextafter")
def math_nextafter(x, y, /):
    """Return the next floating-point value after x towards y."""
    x = real_argument(x)
    y = real_argument(y)
    order = float_compare(x, y)
    if order == UNORDERED:
        return float_nan()
    if order == 0:
        return y
    if not float_truth(x):
        return float_from_bits(1, ld(y, FLOAT_HIGH) & SIGN)
    high = ld(x, FLOAT_HIGH)
    low = ld(x, FLOAT_LOW)
    # The words of a magnitude are those of the next one, counted on.
    if (order < 0) == (high >= 0):
        low = radd(low, 1)
        return float_from_bits(low, radd(high, low == 0))
    return float_from_bits(rsub(low, 1), rsub(high, low == 0))


@builtin(module="math", name="ulp")
def math_ulp(x, /):
    """Return the value of the least significant bit of the float x."""
    x = float_abs(real_argument(x))
    if nan_or_infinite(x):
        return x
    return scaled_float(0, 1, exponent_of(x), False)


@builtin(module="math", name="degrees")
def math_degrees(x, /):
    """Convert angle x from radians to degrees."""
    return float_mul(real_argument(x), DEGREES_PER_RADIAN)


@builtin(module="math", name="radians")
def math_radians(x, /):
    """Convert angle x from degrees to radians."""
    return float_mul(real_argument(x), RADIANS_PER_DEGREE)
