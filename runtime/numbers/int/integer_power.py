"""** and pow() of integers."""


def int_pow(a, b):
    """a ** b; a float for a negative b."""
    if is_negative(b):
        if a is ZERO or a is False:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power")
        return float_pow(float_of(a), float_of(b))
    if tag(b) == BIGINT:
        if a is ZERO or a is False:
            return 0
        if a is ONE or a is True:
            return 1
        if a is MINUS_ONE:
            if int_test_bit(b, 0):
                return -1
            return 1
        raise MemoryError()
    if a is TWO:
        return int_lshift(1, b)
    return int_power(a, b)


TWO = 2


def int_pow_mod(base, exponent, modulus):
    """pow(base, exponent, modulus)."""
    if modulus is ZERO or modulus is False:
        raise ValueError("pow() 3rd argument cannot be 0")
    size = int_abs(modulus)
    if size is ONE:
        return 0
    if is_negative(exponent):
        base = int_inverse(base, size)
        exponent = int_neg(exponent)
    base = int_mod(base, size)
    result = 1
    bit = int_bit_length(exponent) - 1
    while bit >= 0:
        result = int_mod(int_mul(result, result), size)
        if int_test_bit(exponent, bit):
            result = int_mod(int_mul(result, base), size)
        bit -= 1
    if is_negative(modulus) and result is not ZERO:
        return int_sub(result, size)
    return result


def int_inverse(x, modulus):
    """The inverse of an integer by Euclid's algorithm."""
    a = modulus
    b = int_mod(x, modulus)
    u = 0
    v = 1
    while b is not ZERO:
        quotient = int_floordiv(a, b)
        rest = int_sub(a, int_mul(quotient, b))
        a = b
        b = rest
        rest = int_sub(u, int_mul(quotient, v))
        u = v
        v = rest
    if a is not ONE:
        raise ValueError("base is not invertible for the given modulus")
    return u


def int_gcd(a, b):
    """The greatest common divisor of two integers."""
    a = int_abs(a)
    b = int_abs(b)
    while b is not ZERO:
        rest = int_mod(a, b)
        a = b
        b = rest
    return a
