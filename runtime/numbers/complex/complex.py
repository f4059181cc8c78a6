"""Arithmetic of complex numbers."""


def new_complex(real, imag):
    """The complex number of two doubles."""
    result = alloc(complex, COMPLEX_IMAG_HIGH + 1)
    st(result, COMPLEX_REAL_LOW, ld(real, FLOAT_LOW))
    st(result, COMPLEX_REAL_HIGH, ld(real, FLOAT_HIGH))
    st(result, COMPLEX_IMAG_LOW, ld(imag, FLOAT_LOW))
    st(result, COMPLEX_IMAG_HIGH, ld(imag, FLOAT_HIGH))
    return result


def complex_real(x):
    """The real part of a number."""
    if is_a(x, complex):
        return float_from_bits(ld(x, COMPLEX_REAL_LOW), ld(x, COMPLEX_REAL_HIGH))
    return float_of(x)


def complex_imag(x):
    """The imaginary part of a number."""
    if is_a(x, complex):
        return float_from_bits(ld(x, COMPLEX_IMAG_LOW), ld(x, COMPLEX_IMAG_HIGH))
    return float_from_bits(0, 0)


def complex_add(a, b):
    """a + b."""
    return new_complex(
        float_add(complex_real(a), complex_real(b)), float_add(complex_imag(a), complex_imag(b))
    )


def complex_sub(a, b):
    """a − b."""
    return new_complex(
        float_sub(complex_real(a), complex_real(b)), float_sub(complex_imag(a), complex_imag(b))
    )


def complex_mul(a, b):
    """a × b."""
    ar = complex_real(a)
    ai = complex_imag(a)
    br = complex_real(b)
    bi = complex_imag(b)
    return new_complex(
        float_sub(float_mul(ar, br), float_mul(ai, bi)),
        float_add(float_mul(ar, bi), float_mul(ai, br)),
    )


def complex_truediv(a, b):
    """a / b, by the larger part of b (Smith's method, as CPython)."""
    ar = complex_real(a)
    ai = complex_imag(a)
    br = complex_real(b)
    bi = complex_imag(b)
    if float_ge(float_abs(br), float_abs(bi)):
        if not float_truth(br):
            raise ZeroDivisionError("complex division by zero")
        ratio = float_truediv(bi, br)
        divisor = float_add(br, float_mul(bi, ratio))
        return new_complex(
            float_truediv(float_add(ar, float_mul(ai, ratio)), divisor),
            float_truediv(float_sub(ai, float_mul(ar, ratio)), divisor),
        )
    if float_ge(float_abs(bi), float_abs(br)):
        ratio = float_truediv(br, bi)
        divisor = float_add(float_mul(br, ratio), bi)
        return new_complex(
            float_truediv(float_add(float_mul(ar, ratio), ai), divisor),
            float_truediv(float_sub(float_mul(ai, ratio), ar), divisor),
        )
    return new_complex(float_nan(), float_nan())


def complex_neg(x):
    """−x."""
    return new_complex(float_neg(complex_real(x)), float_neg(complex_imag(x)))


def complex_eq(a, b):
    """a == b, one of them complex and the other any number."""
    if is_a(a, complex):
        if is_a(b, complex):
            return float_eq(complex_real(a), complex_real(b)) and float_eq(
                complex_imag(a), complex_imag(b)
            )
        return not float_truth(complex_imag(a)) and float_compare(complex_real(a), b) == 0
    return complex_eq(b, a)


def complex_abs(x):
    """The distance from zero."""
    result = float_hypot(complex_real(x), complex_imag(x))
    if not is_finite(ld(result, FLOAT_HIGH)):
        if is_finite(ld(x, COMPLEX_REAL_HIGH)) and is_finite(ld(x, COMPLEX_IMAG_HIGH)):
            raise OverflowError("absolute value too large")
    return result


def complex_pow(a, b):
    """a ** b."""
    br = complex_real(b)
    bi = complex_imag(b)
    if not float_truth(br) and not float_truth(bi):
        return new_complex(float_of(1), float_of(0))
    ar = complex_real(a)
    ai = complex_imag(a)
    if not float_truth(ar) and not float_truth(ai):
        if float_truth(bi) or ld(br, FLOAT_HIGH) < 0:
            raise ZeroDivisionError("0.0 to a negative or complex power")
        return new_complex(float_of(0), float_of(0))
    if not float_truth(bi) and is_whole(br) and float_le(float_abs(br), 100):
        return complex_int_power(a, int_of_float(br))
    return complex_polar_power(ar, ai, br, bi)


def complex_polar_power(ar, ai, br, bi):
    """A power by way of absolute value and angle."""
    size = float_hypot(ar, ai)
    length = float_pow(size, br)
    angle = float_atan2(ai, ar)
    phase = float_mul(angle, br)
    if float_truth(bi):
        length = float_truediv(length, float_exp(float_mul(angle, bi)))
        phase = float_add(phase, float_mul(bi, float_log(size)))
    return new_complex(
        float_mul(length, float_cos(phase)), float_mul(length, float_sin(phase))
    )


def complex_int_power(x, exponent):
    """A power with an integer exponent other than 0, by squares from the lowest bit on."""
    count = exponent
    if exponent < 0:
        count = 0 - exponent
    result = new_complex(float_of(1), float_of(0))
    power = new_complex(complex_real(x), complex_imag(x))
    while True:
        if count & 1:
            result = complex_mul(result, power)
        count = count >> 1
        if count == 0:
            break
        power = complex_mul(power, power)
    if exponent < 0:
        return complex_truediv(float_of(1), result)
    return result
