"""The module math: powers, exponentials and logarithms."""


@builtin(module="math", name="sqrt")
def math_sqrt(x, /):
    """Return the square root of x."""
    x = real_argument(x)
    if float_lt(x, 0):
        domain_error()
    return float_sqrt(x)


@builtin(module="math", name="cbrt")
def math_cbrt(x, /):
    """Return the cube root of x."""
    x = real_argument(x)
    if nan_or_infinite(x) or not float_truth(x):
        return x
    m = fraction_of(x)
    e = exponent_of(x)
    # So many bits that the root has more than a double, and an exponent that is a multiple of 3.
    shift = 250 + (e - 250) % 3
    m = int_lshift(m, shift)
    root = int_cube_root(m)
    inexact = int_compare(int_mul(int_mul(root, root), root), m) != 0
    return scaled_float(ld(x, FLOAT_HIGH) & SIGN, root, (e - shift) // 3, inexact)


def int_cube_root(n):
    """The integer cube root of a positive integer, by Newton's method from above."""
    root = int_lshift(1, int_bit_length(n) // 3 + 1)
    while True:
        following = int_floordiv(
            int_add(int_lshift(root, 1), int_floordiv(n, int_mul(root, root))), 3
        )
        if int_compare(following, root) >= 0:
            return root
        root = following


@builtin(module="math", name="exp")
def math_exp(x, /):
    """Return e raised to the power of x."""
    x = real_argument(x)
    result = float_exp(x)
    if nan_or_infinite(x):
        return result
    return in_range(result)


@builtin(module="math", name="exp2")
def math_exp2(x, /):
    """Return 2 raised to the power of x."""
    x = real_argument(x)
    if float_is_nan(x):
        return x
    if nan_or_infinite(x):
        return float_exp(x)
    if not float_truth(x):
        return float_of(1)
    return in_range(positive_power(float_of(2), x))


@builtin(module="math", name="expm1")
@generic
def math_expm1(x, /):
    """Return exp(x)-1.

This function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x."""
    x = real_argument(x)
    if nan_or_infinite(x):
        if x < 0:
            return float_of(-1)
        return x
    if ld(x, FLOAT_HIGH) & MAGNITUDE < TINY:
        return x
    if x > EXP_LIMIT:
        range_error()
    if x < -60:
        return float_of_fixed(1 - fixed_one(), 0)
    value = fixed_of(x)
    ln2 = fixed_ln2()
    count = value // ln2
    value = fixed_exp(value - count * ln2, 8)
    if count >= 0:
        value = (value << count) - fixed_one()
    else:
        value = (value >> 0 - count) - fixed_one()
    return in_range(float_of_fixed(value, 0))


# The upper word of the double 2⁻⁵⁴: less is its own exponential less 1.
TINY = 0x3C900000


@builtin(module="math", name="log")
def math_log(x, base=END, /):
    """log(x, [base=math.e])
Return the logarithm of x to the given base.

If the base not specified, returns the natural logarithm (base e) of x."""
    result = natural_log(x)
    if base is END:
        return result
    return float_truediv(result, natural_log(base))


@generic
def natural_log(x):
    """The natural logarithm of a number, which may be an integer of any size."""
    x = log_argument(x)
    if tag(x) == BIGINT:
        return float_of_fixed(fixed_log(x, 0), 0)
    return float_log(x)


def log_argument(x):
    """The argument of a logarithm: a double that isn't negative or zero, or a BIGINT."""
    value = payload_of(x)
    if not is_number(value):
        value = real_argument(x)
        if float_le(value, 0):
            domain_error()
        return value
    if is_negative(value) or value is ZERO or value is False:
        domain_error()
    if tag(value) == BIGINT:
        return value
    return float_of(value)


@builtin(module="math", name="log2")
@generic
def math_log2(x, /):
    """Return the base 2 logarithm of x."""
    x = log_argument(x)
    if tag(x) != BIGINT:
        if nan_or_infinite(x):
            return x
        if is_power_of_two(x):
            return float_of(exponent_of(x) + int_bit_length(fraction_of(x)) - 1)
        return log_quotient(fixed_log(fraction_of(x), 0 - exponent_of(x)), fixed_ln2())
    if trailing_zeros(x) == int_bit_length(x) - 1:
        return float_of(int_bit_length(x) - 1)
    return log_quotient(fixed_log(x, 0), fixed_ln2())


@builtin(module="math", name="log10")
@generic
def math_log10(x, /):
    """Return the base 10 logarithm of x."""
    x = log_argument(x)
    if tag(x) != BIGINT:
        if nan_or_infinite(x) or x == 1:
            return float_log(x)
        value = fixed_log(fraction_of(x), 0 - exponent_of(x))
    else:
        value = fixed_log(x, 0)
    return log_quotient(value, fixed_log(10, 0))


@generic
def log_quotient(value, base):
    """The quotient of two logarithms in fixed point."""
    return float_of_fixed((value << PRECISION) // base, 0)


@builtin(module="math", name="log1p")
@generic
def math_log1p(x, /):
    """Return the natural logarithm of 1+x (base e).

The result is computed in a way which is accurate for x near zero."""
    x = real_argument(x)
    if x <= -1:
        domain_error()
    if nan_or_infinite(x) or ld(x, FLOAT_HIGH) & MAGNITUDE < TINY:
        return x
    # 1 + x exactly, in units of the double's last bit.
    exponent = exponent_of(x)
    value = fraction_of(x)
    if ld(x, FLOAT_HIGH) < 0:
        value = 0 - value
    if exponent >= 0:
        value = (value << exponent) + 1
        exponent = 0
    else:
        value = value + (1 << 0 - exponent)
    return float_of_fixed(fixed_log(value, 0 - exponent), 0)


@builtin(module="math", name="pow")
def math_pow(x, y, /):
    """Return x**y (x to the power of y)."""
    x = real_argument(x)
    y = real_argument(y)
    if not nan_or_infinite(x) and not nan_or_infinite(y):
        if not float_truth(x) and float_lt(y, 0) or float_lt(x, 0) and not is_whole(y):
            domain_error()
        if not float_truth(x):
            return float_pow(x, y)
        result = positive_power(float_abs(x), y)
        if ld(x, FLOAT_HIGH) < 0 and not is_even(int_of_float(y)):
            result = float_neg(result)
        return in_range(result)
    if not float_truth(x) and float_lt(y, 0):
        return float_from_bits(0, INFINITY)
    return float_pow(x, y)
