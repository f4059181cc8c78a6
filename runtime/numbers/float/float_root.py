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
    return rounded_root((exponent >> 1) + BIAS, upper, low, 0, 0, 0)


def rounded_root(exponent, high, low, third, fourth, lost):
    """The double nearest to the square root of 128 bits, of which one of the upper two is set,
    and of what is lost below them. The biased exponent is that of the root's first bit."""
    root = word_root(high, low)
    # rest is what is left of the upper 64 bits; it may have 33 bits.
    product = rmul(root, root)
    rest = rsub(low, product)
    over = rsub(rsub(high, rmulh(root, root)), rltu(low, product))
    # The root's next 32 bits are the half of rest and third ÷ root, or one less.
    numerator = rshl(over, 31) | rshr(rest, 1)
    sticky = True
    if numerator == root:
        next_word = -1
    else:
        bottom = rshl(rest, 31) | rshr(third, 1)
        next_word = divide_words(numerator, bottom, root, reciprocal(root))
        left = rsub(bottom, rmul(next_word, root))
        square_low = rmul(next_word, next_word)
        square_high = rmulh(next_word, next_word)
        # The root is too large if next_word² is greater than what is left and fourth.
        if left >= 0:
            left = rshl(left, 1) | third & 1
            if rltu(left, square_high) or square_high == left and rltu(fourth, square_low):
                next_word = rsub(next_word, 1)
            else:
                sticky = square_high != left or square_low != fourth or lost != 0
    return rounded(
        0,
        exponent,
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


def least_exponent(x, y):
    """The smaller one of two doubles' exponents."""
    a = exponent_of(x)
    b = exponent_of(y)
    if a < b:
        return a
    return b
