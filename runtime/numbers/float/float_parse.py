"""float() of a string: correctly rounded, whatever its length."""

# Powers of ten up to this are exact doubles.
EXACT_POWER = 22
# Decimal exponents beyond these are infinite, or zero.
LARGEST_POINT = 310
SMALLEST_POINT = -330

# The position in the text behind the last number that was read, or −1 if there was none.
parse_end = 0


def parse_float(text):
    """The double that a string denotes."""
    return parse_float_of(text, text)


def parse_float_of(text, source):
    """parse_float of the characters of a string or bytes object, which messages show."""
    start = 0
    end = str_length(text)
    while start < end and is_space(char_at(text, start)):
        start += 1
    while end > start and is_space(char_at(text, end - 1)):
        end -= 1
    result = float_at(text, start, end)
    if parse_end != end:
        raise ValueError(f"could not convert string to float: {repr_text(source)}")
    return result


def float_at(text, start, end):
    """The double at a position of a string; sets parse_end."""
    global parse_end
    parse_end = -1
    sign = 0
    i = start
    if i < end and (char_at(text, i) == 45 or char_at(text, i) == 43):
        if char_at(text, i) == 45:
            sign = SIGN
        i += 1
    if i < end and (char_at(text, i) | 32 == 105 or char_at(text, i) | 32 == 110):
        return named_float(text, i, end, sign)
    value = 0
    group = 0
    scale_up = 1
    digits = 0
    places = 0
    point = False
    after_digit = False
    while i < end:
        code = char_at(text, i)
        if code == 46:
            if point or i > start and char_at(text, i - 1) == 95:
                break
            point = True
            after_digit = False
        elif code == 95:
            if not after_digit or i + 1 == end or digit_value(char_at(text, i + 1)) > 9:
                return None
            after_digit = False
        else:
            digit = digit_value(code)
            if digit > 9:
                break
            group = group * 10 + digit
            scale_up *= 10
            if scale_up == BILLION:
                value = int_add(int_mul(value, BILLION), group)
                group = 0
                scale_up = 1
            digits += 1
            if point:
                places += 1
            after_digit = True
        i += 1
    if digits == 0:
        return None
    value = int_add(int_mul(value, scale_up), group)
    exponent = 0
    if i < end and char_at(text, i) | 32 == 101:
        exponent = exponent_at(text, i + 1, end)
        if parse_end >= 0:
            i = parse_end
    parse_end = i
    return decimal_to_float(sign, value, digits, exponent - places)


def named_float(text, i, end, sign):
    """inf, infinity or nan at a position of a string; sets parse_end."""
    global parse_end
    if matches(text, i, end, "nan"):
        parse_end = i + 3
        return float_from_bits(0, sign | NAN)
    if matches(text, i, end, "inf"):
        parse_end = i + 3
        if matches(text, i, end, "infinity"):
            parse_end = i + 8
        return float_from_bits(0, sign | INFINITY)
    return None


def matches(text, start, end, word):
    """True if a lower-case word is at a position of a string, in any case."""
    length = str_length(word)
    if start + length > end:
        return False
    for i in range(length):
        if char_at(text, start + i) | 32 != char_at(word, i):
            return False
    return True


def exponent_at(text, i, end):
    """A decimal exponent at a position of a string, limited; sets parse_end, to −1 if there is
    none."""
    global parse_end
    parse_end = -1
    negative = False
    if i < end and (char_at(text, i) == 45 or char_at(text, i) == 43):
        negative = char_at(text, i) == 45
        i += 1
    value = 0
    after_digit = False
    while i < end:
        code = char_at(text, i)
        if code == 95:
            if not after_digit or i + 1 == end or digit_value(char_at(text, i + 1)) > 9:
                break
            after_digit = False
        else:
            digit = digit_value(code)
            if digit > 9:
                break
            if value < 10000000:
                value = value * 10 + digit
            after_digit = True
        i += 1
        if after_digit:
            parse_end = i
    if negative:
        return 0 - value
    return value


def decimal_to_float(sign, value, digits, exponent):
    """The double nearest to an integer of so many digits times a power of ten, with a sign."""
    if value is ZERO or digits + exponent < SMALLEST_POINT:
        return float_from_bits(0, sign)
    if exponent > LARGEST_POINT:
        return float_from_bits(0, sign | INFINITY)
    size = exponent
    if exponent < 0:
        size = 0 - exponent
    power = int_lshift(five_power(size), size)
    if size <= EXACT_POWER and int_bit_length(value) < 54:
        value = float_of(value)
        st(value, FLOAT_HIGH, ld(value, FLOAT_HIGH) | sign)
        if exponent < 0:
            return float_truediv(value, power)
        return float_mul(value, power)
    if exponent < 0:
        return ratio_to_float(sign, value, power)
    return scaled_float(sign, int_mul(value, power), 0, False)
