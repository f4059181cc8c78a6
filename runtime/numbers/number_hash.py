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
    if int_bit_length(x) < HASH_BITS:
        return x
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
    value = float_words_hash(x)
    return signed_hash(value, high < 0)


def float_words_hash(x):
    """The hash of a finite double's magnitude. 2⁶¹ is 1 in it, so that a factor that is a power of
    two rotates the 61 bits: 32 and 29 in two words."""
    low = ld(x, FLOAT_LOW)
    high = ld(x, FLOAT_HIGH) & FRACTION
    if ld(x, FLOAT_HIGH) & INFINITY:
        high = high | HIDDEN
    turns = exponent_of(x) % HASH_BITS
    while turns > 0:
        step = turns
        if step > 28:
            step = 28
        turns -= step
        out = high >> 29 - step
        high = rshl(high, step) & 0x1FFFFFFF | rshr(low, 32 - step)
        low = rshl(low, step) | out
    return from_words(low, high, False)


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
