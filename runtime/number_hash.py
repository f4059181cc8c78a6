"""hash() of numbers as in CPython: the number modulo 2⁶¹ − 1, so that equal ones of all types
have the same."""

HASH_MODULUS = 0x1FFFFFFFFFFFFFFF
HASH_BITS = 61
HASH_INFINITY = 314159
HASH_IMAGINARY = 1000003


def number_hash(x):
    """hash() of any number."""
    if is_a(x, FLOAT):
        return float_hash(x)
    if is_a(x, complex):
        return complex_hash(x)
    return int_hash(x)


def int_hash(x):
    """hash() of an integer."""
    if tag(x) != BIGINT:
        if x == -1:
            return -2
        return int_pos(x)
    return signed_hash(int_mod(int_abs(x), HASH_MODULUS), is_negative(x))


def signed_hash(value, negative):
    """A hash with a sign; −1 stands for an error in CPython, and is never one."""
    if negative:
        value = int_neg(value)
    if value is MINUS_ONE:
        return -2
    return value


MINUS_ONE = -1


def float_hash(x):
    """hash() of a float; one that is not a number hashes by its identity."""
    high = ld(x, FLOAT_HIGH)
    if not is_finite(high):
        if is_nan(high, ld(x, FLOAT_LOW)):
            return retag(x, INT)
        if high < 0:
            return 0 - HASH_INFINITY
        return HASH_INFINITY
    # 2⁶¹ is 1 here, so that the exponent counts modulo 61.
    value = int_lshift(fraction_of(x), exponent_of(x) % HASH_BITS)
    return signed_hash(int_mod(value, HASH_MODULUS), high < 0)


def complex_hash(x):
    """hash() of a complex number."""
    value = int_add(
        float_hash(complex_real(x)), int_mul(HASH_IMAGINARY, float_hash(complex_imag(x)))
    )
    value = int_and(value, 0xFFFFFFFFFFFFFFFF)
    if int_bit_length(value) == 64:
        value = int_sub(value, 0x10000000000000000)
    return signed_hash(value, False)


def number_truth(x):
    """False for a zero of any type."""
    if is_a(x, FLOAT):
        return float_truth(x)
    if is_a(x, complex):
        return float_truth(complex_real(x)) or float_truth(complex_imag(x))
    return x is not ZERO and x is not False
