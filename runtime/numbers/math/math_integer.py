"""The module math: functions of integers."""


@builtin(module="math", name="isqrt")
def math_isqrt(n, /):
    """Return the integer part of the square root of the input."""
    n = index_of(n)
    if is_negative(n):
        raise ValueError("isqrt() argument must be nonnegative")
    return int_root(n)


@builtin(module="math", name="gcd")
def math_gcd(*integers):
    """Greatest Common Divisor."""
    result = 0
    for i in range(ld(integers, TUPLE_LENGTH)):
        result = int_gcd(result, index_of(ld(integers, TUPLE_ITEMS + i)))
    return result


@builtin(module="math", name="lcm")
def math_lcm(*integers):
    """Least Common Multiple."""
    result = 1
    for i in range(ld(integers, TUPLE_LENGTH)):
        n = int_abs(index_of(ld(integers, TUPLE_ITEMS + i)))
        if n is ZERO or result is ZERO:
            result = 0
        else:
            result = int_mul(int_floordiv(result, int_gcd(result, n)), n)
    return result


@builtin(module="math", name="factorial")
def math_factorial(x, /):
    """Find x!.

Raise a ValueError if x is negative or non-integral."""
    x = index_of(x)
    if is_negative(x):
        raise ValueError("factorial() not defined for negative values")
    if tag(x) == BIGINT:
        if int_bit_length(x) > 63:
            raise OverflowError("factorial() argument should not exceed 9223372036854775807")
        raise MemoryError()
    return range_product(1, radd(x, 0))


def range_product(first, last):
    """The product of the integers from first to last, by halves so that factors have the same
    length."""
    if last - first < 8:
        result = 1
        for n in range(first, last + 1):
            result = int_mul(result, n)
        return result
    middle = first + (last - first >> 1)
    return int_mul(range_product(first, middle), range_product(middle + 1, last))


@builtin(module="math", name="comb")
def math_comb(n, k, /):
    """Number of ways to choose k items from n items without repetition and without order.

Evaluates to n! / (k! * (n - k)!) when k <= n and evaluates
to zero when k > n.

Also called the binomial coefficient because it is equivalent
to the coefficient of k-th term in polynomial expansion of the
expression (1 + x)**n.

Raises TypeError if either of the arguments are not integers.
Raises ValueError if either of the arguments are negative."""
    n = index_of(n)
    k = index_of(k)
    check_counts(n, k)
    other = int_sub(n, k)
    if is_negative(other):
        return 0
    if int_compare(other, k) < 0:
        k = other
    if tag(k) == BIGINT:
        raise OverflowError("min(n - k, k) must not exceed 9223372036854775807")
    result = 1
    for i in range(k):
        result = int_floordiv(int_mul(result, int_sub(n, i)), i + 1)
    return result


@builtin(module="math", name="perm")
def math_perm(n, k=None, /):
    """Number of ways to choose k items from n items without repetition and with order.

Evaluates to n! / (n - k)! when k <= n and evaluates
to zero when k > n.

If k is not specified or is None, then k defaults to n
and the function returns n!.

Raises TypeError if either of the arguments are not integers.
Raises ValueError if either of the arguments are negative."""
    if k is None:
        return math_factorial(n)
    n = index_of(n)
    k = index_of(k)
    check_counts(n, k)
    if int_compare(k, n) > 0:
        return 0
    if tag(k) == BIGINT:
        raise OverflowError("k must not exceed 9223372036854775807")
    result = 1
    for i in range(k):
        result = int_mul(result, int_sub(n, i))
    return result


def check_counts(n, k):
    """Raises for negative numbers of items."""
    if is_negative(n):
        raise ValueError("n must be a non-negative integer")
    if is_negative(k):
        raise ValueError("k must be a non-negative integer")
