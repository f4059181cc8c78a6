"""The module math: sums, products and distances."""

# A sum is an integer in units of the smallest double.
UNIT_EXPONENT = -1074


@builtin(module="math", name="fsum")
def math_fsum(seq, /):
    """Return an accurate floating point sum of values in the iterable seq.

Assumes IEEE-754 floating point arithmetic."""
    total = 0
    infinite = None
    nan = None
    iterator = iterate(seq)
    item = iternext(iterator)
    while item is not END:
        x = real_argument(item)
        if float_is_nan(x):
            nan = x
        elif nan_or_infinite(x):
            if infinite is not None and ld(infinite, FLOAT_HIGH) ^ ld(x, FLOAT_HIGH) < 0:
                raise ValueError("-inf + inf in fsum")
            infinite = x
        else:
            value = int_lshift(fraction_of(x), exponent_of(x) - UNIT_EXPONENT)
            if ld(x, FLOAT_HIGH) < 0:
                total = int_sub(total, value)
            else:
                total = int_add(total, value)
        item = iternext(iterator)
    if nan is not None:
        return nan
    if infinite is not None:
        return infinite
    sign = 0
    if is_negative(total):
        sign = SIGN
    result = scaled_float(sign, total, UNIT_EXPONENT, False)
    if nan_or_infinite(result):
        raise OverflowError("intermediate overflow in fsum")
    return result


@builtin(module="math", name="prod")
@generic
def math_prod(iterable, /, *, start=1):
    """Calculate the product of all the elements in the input iterable.

The default start value for the product is 1.

When the iterable is empty, return the start value.  This function is
intended specifically for use with numeric values and may reject
non-numeric types."""
    iterator = iterate(iterable)
    item = iternext(iterator)
    while item is not END:
        start = start * item
        item = iternext(iterator)
    return start


@builtin(module="math", name="hypot")
def math_hypot(*coordinates):
    """hypot(*coordinates) -> value

Multidimensional Euclidean distance from the origin to a point.

Roughly equivalent to:
    sqrt(sum(x**2 for x in coordinates))

For a two dimensional point (x, y), gives the hypotenuse
using the Pythagorean theorem:  sqrt(x*x + y*y).

For example, the hypotenuse of a 3/4/5 right triangle is:

    >>> hypot(3.0, 4.0)
    5.0
"""
    count = ld(coordinates, TUPLE_LENGTH)
    values = new_tuple(count)
    for i in range(count):
        st(values, TUPLE_ITEMS + i, real_argument(ld(coordinates, TUPLE_ITEMS + i)))
    return norm(values)


@builtin(module="math", name="dist")
def math_dist(p, q, /):
    """Return the Euclidean distance between two points p and q.

The points should be specified as sequences (or iterables) of
coordinates.  Both inputs must have the same dimension.

Roughly equivalent to:
    sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))"""
    p = tuple_of(p)
    q = tuple_of(q)
    if ld(p, TUPLE_LENGTH) != ld(q, TUPLE_LENGTH):
        raise ValueError("both points must have the same number of dimensions")
    count = ld(p, TUPLE_LENGTH)
    values = new_tuple(count)
    for i in range(count):
        x = real_argument(ld(p, TUPLE_ITEMS + i))
        st(values, TUPLE_ITEMS + i, float_sub(x, real_argument(ld(q, TUPLE_ITEMS + i))))
    return norm(values)


def norm(values):
    """The root of the sum of the squares of the doubles in a TUPLE."""
    count = ld(values, TUPLE_LENGTH)
    if count == 2:
        return float_hypot(ld(values, TUPLE_ITEMS), ld(values, TUPLE_ITEMS + 1))
    nan = False
    least = 0
    for i in range(count):
        x = ld(values, TUPLE_ITEMS + i)
        if float_is_nan(x):
            nan = True
        elif nan_or_infinite(x):
            return float_abs(x)
        elif float_truth(x) and exponent_of(x) < least:
            least = exponent_of(x)
    if nan:
        return float_nan()
    # In units of the least one's last place.
    total = 0
    for i in range(count):
        x = ld(values, TUPLE_ITEMS + i)
        if float_truth(x):
            value = int_lshift(fraction_of(x), exponent_of(x) - least)
            total = int_add(total, int_mul(value, value))
    if total is ZERO:
        return float_from_bits(0, 0)
    return root_of_ratio(total, least + least)
