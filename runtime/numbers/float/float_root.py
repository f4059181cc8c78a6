"""Square roots of doubles and integers, correctly rounded."""


def float_sqrt(x):
    """The square root of a double that is no negative number."""
    high = ld(x, FLOAT_HIGH)
    low = ld(x, FLOAT_LOW)
    if high & MAGNITUDE == 0 and low == 0 or not is_finite(high):
        return x
    shift = subnormal_shift(high, low)
    exponent = full_exponent(high, shift) - BIAS
    upper = full_high(high, low, shift)
    low = full_low(low, shift)
    # 64 bits of which one of the upper two is set; the exponent left is even.
    move = 10 + (exponent & 1)
    upper = rshl(upper, move) | rshr(low, 32 - move)
    low = rshl(low, move)
    root = word_root(upper, low)
    # rest is what is left of the 64 bits; it may have 33 bits.
    product = rmul(root, root)
    rest = rsub(low, product)
    over = rsub(rsub(upper, rmulh(root, root)), rltu(low, product))
    # The root's next 32 bits are rest × 2³¹ ÷ root, or one less.
    numerator = rshl(over, 31) | rshr(rest, 1)
    if numerator == root:
        next_word = -1
        sticky = True
    else:
        bottom = rshl(rest, 31)
        next_word = divide_words(numerator, bottom, root, reciprocal(root))
        left = rsub(bottom, rmul(next_word, root))
        square_low = rmul(next_word, next_word)
        square_high = rmulh(next_word, next_word)
        sticky = True
        # The root is too large if next_word² > left × 2³³.
        if left >= 0:
            left = rshl(left, 1)
            if rltu(left, square_high) or square_high == left and square_low != 0:
                next_word = rsub(next_word, 1)
            else:
                sticky = square_high != left or square_low != 0
    return rounded(
        0,
        (exponent >> 1) + BIAS,
        rshr(root, 11),
        rshl(root, 21) | rshr(next_word, 11),
        rshl(next_word, 21) | sticky,
    )


def word_root(high, low):
    """The integer square root of 64 bits of which one of the upper two is set."""
    # Sixteen bits of it, one by one.
    root = 0
    rest = 0
    bit = 0x8000
    square = 0
    while bit:
        # (root + bit)² − root² = (2 × root + bit) × bit
        step = rmul(radd(radd(root, root), bit), bit)
        total = radd(square, step)
        if not rltu(high, total):
            square = total
            root = root | bit
        bit = bit >> 1
    rest = rsub(high, square)
    # Then as many by a division; rest has 17 bits at most.
    estimate = (rshl(rest, 14) | rshr(low, 18)) // root << 1
    if estimate > 0xFFFF:
        estimate = 0xFFFF
    root = rshl(root, 16) | estimate
    while not root_fits(root, high, low):
        root = rsub(root, 1)
    while root != -1 and root_fits(radd(root, 1), high, low):
        root = radd(root, 1)
    return root


def root_fits(root, high, low):
    """True if a word's square is not greater than 64 bits."""
    upper = rmulh(root, root)
    return rltu(upper, high) or upper == high and not rltu(low, rmul(root, root))


def int_root(n):
    """The integer square root of an integer that isn't negative: Newton's method with as many
    bits as each step yields."""
    if n is ZERO or n is False:
        return 0
    count = int_bit_length(n) - 1 >> 1
    root = 1
    have = 0
    bits = 32 - rclz(count)
    while bits > 0:
        bits -= 1
        before = have
        have = count >> bits
        root = int_add(
            int_lshift(root, have - before - 1),
            int_floordiv(int_rshift(n, 2 * count - before - have + 1), root),
        )
    if int_compare(int_mul(root, root), n) > 0:
        return int_sub(root, 1)
    return root


def root_of_ratio(n, exponent):
    """The double nearest to the square root of an integer times 2 to the power of exponent."""
    shift = 130 - int_bit_length(n)
    if shift < 0:
        shift = 0
    if exponent - shift & 1:
        shift += 1
    n = int_lshift(n, shift)
    root = int_root(n)
    inexact = int_compare(int_mul(root, root), n) != 0
    return scaled_float(0, root, exponent - shift >> 1, inexact)


def float_hypot(x, y):
    """The square root of the sum of two squares."""
    x_high = ld(x, FLOAT_HIGH) & MAGNITUDE
    y_high = ld(y, FLOAT_HIGH) & MAGNITUDE
    if not is_finite(x_high) or not is_finite(y_high):
        if x_high == INFINITY and ld(x, FLOAT_LOW) == 0:
            return float_abs(x)
        if y_high == INFINITY and ld(y, FLOAT_LOW) == 0:
            return float_abs(y)
        return float_nan()
    return root_of_squares(square_sum(x, y), least_exponent(x, y))


def least_exponent(x, y):
    """The smaller one of two doubles' exponents."""
    a = exponent_of(x)
    b = exponent_of(y)
    if a < b:
        return a
    return b


def square_sum(x, y):
    """The sum of two squares in units of 4 to the power of least_exponent."""
    least = least_exponent(x, y)
    a = int_lshift(fraction_of(x), exponent_of(x) - least)
    b = int_lshift(fraction_of(y), exponent_of(y) - least)
    return int_add(int_mul(a, a), int_mul(b, b))


def root_of_squares(total, exponent):
    """The double nearest to the root of a sum of squares in units of 4 to a power."""
    return root_of_ratio(total, exponent + exponent)
