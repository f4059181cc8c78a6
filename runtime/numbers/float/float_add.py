"""Sums and differences of doubles."""


def float_add(a, b):
    """a + b, one of them a float."""
    if tag(a) == FLOAT:
        if tag(b) == FLOAT:
            return add_words(
                ld(a, FLOAT_LOW), ld(a, FLOAT_HIGH), ld(b, FLOAT_LOW), ld(b, FLOAT_HIGH)
            )
        return add_words(
            ld(a, FLOAT_LOW), ld(a, FLOAT_HIGH), low_word(b), high_word(b)
        )
    return add_words(low_word(a), high_word(a), ld(b, FLOAT_LOW), ld(b, FLOAT_HIGH))


def float_sub(a, b):
    """a − b, one of them a float."""
    if tag(a) == FLOAT:
        if tag(b) == FLOAT:
            return add_words(
                ld(a, FLOAT_LOW), ld(a, FLOAT_HIGH), ld(b, FLOAT_LOW), ld(b, FLOAT_HIGH) ^ SIGN
            )
        return add_words(
            ld(a, FLOAT_LOW), ld(a, FLOAT_HIGH), low_word(b), high_word(b) ^ SIGN
        )
    return add_words(low_word(a), high_word(a), ld(b, FLOAT_LOW), ld(b, FLOAT_HIGH) ^ SIGN)


def add_words(a_low, a_high, b_low, b_high):
    """The sum of two doubles given as words."""
    x_high = a_high & MAGNITUDE
    y_high = b_high & MAGNITUDE
    if x_high < y_high or x_high == y_high and rltu(a_low, b_low):
        # The larger one comes first.
        x_high = y_high
        y_high = a_high & MAGNITUDE
        sign = b_high
        b_high = a_high
        a_high = sign
        x_low = b_low
        y_low = a_low
    else:
        x_low = a_low
        y_low = b_low
    exponent = x_high >> 20
    shift = y_high >> 20
    if exponent < SPECIAL:
        if shift:
            x_high = x_high & FRACTION | HIDDEN
            y_high = y_high & FRACTION | HIDDEN
            shift = exponent - shift
        else:
            # Zeros and subnormals have the exponent 1, without the hidden bit.
            if exponent:
                x_high = x_high & FRACTION | HIDDEN
            else:
                exponent = 1
            shift = exponent - 1
        rest = 0
        if shift:
            if shift < 32:
                rest = rshl(y_low, 32 - shift)
                y_low = rshr(y_low, shift) | rshl(y_high, 32 - shift)
                y_high = y_high >> shift
            elif shift == 32:
                rest = y_low
                y_low = y_high
                y_high = 0
            elif shift < 64:
                shift -= 32
                rest = rshr(y_low, shift) | rshl(y_high, 32 - shift)
                rest = rest | (rshl(y_low, 32 - shift) != 0)
                y_low = y_high >> shift
                y_high = 0
            else:
                rest = 0
                y_low = 0
                y_high = 0
        if a_high ^ b_high >= 0:
            low = radd(x_low, y_low)
            high = x_high + y_high + radc(x_low, y_low)
            if high >= HIDDEN + HIDDEN:
                rest = rshr(rest, 1) | rest & 1 | rshl(low, 31)
                low = rshr(low, 1) | rshl(high, 31)
                high = high >> 1
                exponent += 1
                if exponent == SPECIAL:
                    return float_from_bits(0, a_high & SIGN | INFINITY)
        else:
            borrow = rest != 0
            rest = rsub(0, rest)
            low = rsub(x_low, y_low)
            high = x_high - y_high - rltu(x_low, y_low) - rltu(low, borrow)
            low = rsub(low, borrow)
            if high < HIDDEN:
                if high == 0 and low == 0 and rest == 0:
                    return float_from_bits(0, 0)
                return normalised(a_high & SIGN, exponent, high, low, rest)
        if rest < 0:
            if rshl(rest, 1) or low & 1:
                low = radd(low, 1)
                if low == 0:
                    high += 1
        return float_from_bits(low, a_high & SIGN | radd(exponent - 1 << 20, high))
    return add_special(a_high, x_low, b_high, y_low)


def normalised(sign, exponent, high, low, rest):
    """rounded for a fraction other than zero without the hidden bit; the exponent does not go
    below that of subnormals."""
    while high == 0 and exponent > 32:
        high = low
        low = rest
        rest = 0
        exponent -= 32
    shift = rclz(high) - 11
    if high == 0:
        shift = rclz(low) + 21
    if shift >= exponent:
        shift = exponent - 1
    if shift > 0:
        high = rshl(high, shift) | rshr(low, 32 - shift)
        low = rshl(low, shift) | rshr(rest, 32 - shift)
        rest = rshl(rest, shift)
    elif shift < 0:
        # A whole word was moved; nothing is below it.
        low = rshr(low, 0 - shift) | rshl(high, 32 + shift)
        high = rshr(high, 0 - shift)
    return rounded(sign, exponent - shift, high, low, rest)


def add_special(x_high, x_low, y_high, y_low):
    """The sum of infinities and of what is not a number, the larger magnitude first."""
    if is_nan(x_high, x_low):
        return float_nan()
    if y_high & MAGNITUDE == INFINITY and x_high ^ y_high < 0:
        return float_nan()
    return float_from_bits(0, x_high)
