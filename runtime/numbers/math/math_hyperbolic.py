"""The module math: hyperbolic functions."""

# Beyond this the reciprocal of the exponential does not count.
MODERATE = 60


@builtin(module="math", name="sinh")
@generic
def math_sinh(x, /):
    """Return the hyperbolic sine of x."""
    x = real_argument(x)
    if nan_or_infinite(x) or is_small(x):
        return x
    if float_abs(x) > MODERATE:
        result = large_half_exponential(float_abs(x))
    else:
        value = fixed_moderate_exp(fixed_of(float_abs(x)))
        result = float_of_fixed(value - fixed_inverse(value) >> 1, 0)
    if x < 0:
        return float_neg(result)
    return result


@builtin(module="math", name="cosh")
@generic
def math_cosh(x, /):
    """Return the hyperbolic cosine of x."""
    x = float_abs(real_argument(x))
    if nan_or_infinite(x):
        return x
    if x > MODERATE:
        return large_half_exponential(x)
    if not float_truth(x):
        return float_of(1)
    value = fixed_moderate_exp(fixed_of(x))
    return float_of_fixed(value + fixed_inverse(value) >> 1, 0)


@builtin(module="math", name="tanh")
@generic
def math_tanh(x, /):
    """Return the hyperbolic tangent of x."""
    x = real_argument(x)
    if float_is_nan(x) or is_small(x):
        return x
    if float_abs(x) > MODERATE:
        result = float_of(1)
    else:
        value = fixed_moderate_exp(fixed_of(float_abs(x)))
        inverse = fixed_inverse(value)
        result = float_of_fixed((value - inverse << PRECISION) // (value + inverse), 0)
    if x < 0:
        return float_neg(result)
    return result


@generic
def large_half_exponential(x):
    """Half of e to the power of a large double."""
    if x > EXP_LIMIT:
        range_error()
    return in_range(exp_of_fixed(fixed_of(x) - fixed_ln2()))


@generic
def fixed_moderate_exp(value):
    """e to the power of a number that isn't large, in fixed point."""
    ln2 = fixed_ln2()
    count = value // ln2
    return fixed_exp(value - count * ln2, 8) << count


@generic
def fixed_inverse(value):
    """The reciprocal in fixed point."""
    return (1 << PRECISION + PRECISION) // value


@builtin(module="math", name="asinh")
@generic
def math_asinh(x, /):
    """Return the inverse hyperbolic sine of x."""
    x = real_argument(x)
    if nan_or_infinite(x) or is_small(x):
        return x
    result = float_of_fixed(fixed_area(float_abs(x), 1), 0)
    if x < 0:
        return float_neg(result)
    return result


@builtin(module="math", name="acosh")
@generic
def math_acosh(x, /):
    """Return the inverse hyperbolic cosine of x."""
    x = real_argument(x)
    if x < 1:
        domain_error()
    if nan_or_infinite(x):
        return x
    if x == 1:
        return float_from_bits(0, 0)
    return float_of_fixed(fixed_area(x, -1), 0)


@generic
def fixed_area(x, sign):
    """The logarithm of x + √(x² + sign), in fixed point."""
    if exponent_of(x) > 20:
        # The root is x, but for bits that don't count.
        return fixed_log(fraction_of(x), -1 - exponent_of(x))
    value = fixed_of(x)
    root = int_root(value * value + (sign << PRECISION + PRECISION))
    return fixed_log(value + root, PRECISION)


@builtin(module="math", name="atanh")
@generic
def math_atanh(x, /):
    """Return the inverse hyperbolic tangent of x."""
    x = real_argument(x)
    if float_is_nan(x) or is_small(x):
        return x
    if float_abs(x) >= 1:
        domain_error()
    value = fixed_of(float_abs(x))
    one = fixed_one()
    result = float_of_fixed(fixed_log((one + value << PRECISION) // (one - value), PRECISION), -1)
    if x < 0:
        return float_neg(result)
    return result
