"""The module math: trigonometric functions."""


def angle_argument(x):
    """A finite argument of a trigonometric function, or what is not a number."""
    x = real_argument(x)
    if nan_or_infinite(x) and not float_is_nan(x):
        domain_error()
    return x


@builtin(module="math", name="sin")
def math_sin(x, /):
    """Return the sine of x (measured in radians)."""
    x = angle_argument(x)
    if nan_or_infinite(x):
        return x
    return float_sin(x)


@builtin(module="math", name="cos")
def math_cos(x, /):
    """Return the cosine of x (measured in radians)."""
    x = angle_argument(x)
    if nan_or_infinite(x):
        return x
    return float_cos(x)


@builtin(module="math", name="tan")
def math_tan(x, /):
    """Return the tangent of x (measured in radians)."""
    x = angle_argument(x)
    if nan_or_infinite(x):
        return x
    return float_tan(x)


def sine_argument(x):
    """An argument from −1 to 1, or what is not a number."""
    x = real_argument(x)
    if float_gt(float_abs(x), 1):
        domain_error()
    return x


@builtin(module="math", name="asin")
def math_asin(x, /):
    """Return the arc sine (measured in radians) of x.

The result is between -pi/2 and pi/2."""
    x = sine_argument(x)
    if nan_or_infinite(x):
        return x
    return float_asin(x)


@builtin(module="math", name="acos")
def math_acos(x, /):
    """Return the arc cosine (measured in radians) of x.

The result is between 0 and pi."""
    x = sine_argument(x)
    if nan_or_infinite(x):
        return x
    return float_acos(x)


@builtin(module="math", name="atan")
def math_atan(x, /):
    """Return the arc tangent (measured in radians) of x.

The result is between -pi/2 and pi/2."""
    return float_atan(real_argument(x))


@builtin(module="math", name="atan2")
def math_atan2(y, x, /):
    """Return the arc tangent (measured in radians) of y/x.

Unlike atan(y/x), the signs of both x and y are considered."""
    y = real_argument(y)
    return float_atan2(y, real_argument(x))
