"""int() of a string."""

NO_DIGIT = 99


def parse_int(text, base):
    """The integer that a string denotes in a base, 0 for the base of its prefix."""
    return parse_int_of(text, base, text)


def parse_int_of(text, base, source):
    """parse_int of the characters of a string or bytes object, which messages show."""
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    start = 0
    end = str_length(text)
    while start < end and is_space(char_at(text, start)):
        start += 1
    while end > start and is_space(char_at(text, end - 1)):
        end -= 1
    negative = False
    if start < end:
        sign = char_at(text, start)
        if sign == 45 or sign == 43:
            negative = sign == 45
            start += 1
    radix = base
    if end - start >= 2 and char_at(text, start) == 48:
        prefix = prefix_base(char_at(text, start + 1))
        if prefix and (base == 0 or base == prefix):
            radix = prefix
            start += 2
            if start < end and char_at(text, start) == 95:
                start += 1
    if radix == 0:
        radix = 10
        if start < end and char_at(text, start) == 48 and not all_zeros(text, start, end):
            bad_literal(source, base)
    count = count_digits(text, start, end, radix)
    if count == 0:
        bad_literal(source, base)
    if radix & radix - 1:
        check_digits_count(count)
    value = digits_value(text, start, end, count, radix)
    if negative:
        return int_neg(value)
    return value


def prefix_base(code):
    """The base that the character after a 0 stands for, or 0."""
    code = code | 32
    if code == 120:
        return 16
    if code == 98:
        return 2
    if code == 111:
        return 8
    return 0


def all_zeros(text, start, end):
    """True if a part of a string has only zeros and underscores."""
    for i in range(start, end):
        code = char_at(text, i)
        if code != 48 and code != 95:
            return False
    return True


def bad_literal(source, base):
    """Raises for what is no integer."""
    raise ValueError(f"invalid literal for int() with base {base}: {repr_text(source)}")


def check_digits_count(count):
    """Raises for a number that would take very long to convert."""
    limit = digits_limit()
    if limit and count > limit:
        raise ValueError(
            f"Exceeds the limit ({limit} digits) for integer string conversion: value has "
            f"{count} digits; use sys.set_int_max_str_digits() to increase the limit"
        )


def digit_value(code):
    """The value of a digit or letter, or NO_DIGIT."""
    if code <= 57:
        if code >= 48:
            return code - 48
        return NO_DIGIT
    if code > 127:
        return decimal_digit(code)
    code = code | 32
    if code < 97 or code > 122:
        return NO_DIGIT
    return code - 87


def count_digits(text, start, end, radix):
    """The number of digits in a part of a string; 0 if there is anything but digits with single
    underscores between them."""
    count = 0
    after_digit = False
    for i in range(start, end):
        code = char_at(text, i)
        if code == 95:
            if not after_digit:
                return 0
            after_digit = False
        else:
            if digit_value(code) >= radix:
                return 0
            after_digit = True
            count += 1
    if not after_digit:
        return 0
    return count


def digits_value(text, start, end, count, radix):
    """The value of checked digits: groups that fit a word become the digits of a number in a
    large base, from the most significant one on."""
    group = 1
    power = radix
    while power <= 0x7FFFFFFF // 36:
        power *= radix
        group += 1
    groups = (count + group - 1) // group
    store = new_wide(groups)
    k = BIGINT_DIGITS + groups
    value = 0
    left = count
    for i in range(start, end):
        code = char_at(text, i)
        if code != 95:
            value = value * radix + digit_value(code)
            left -= 1
            if left % group == 0:
                k -= 1
                st(store, k, value)
                value = 0
    if groups == 1:
        return ld(store, BIGINT_DIGITS)
    return join_groups(store, BIGINT_DIGITS, groups, power)


def join_groups(store, start, count, base):
    """The value of digits in a large base."""
    level = top_level(count)
    powers = None
    if level >= 0:
        powers = power_table(base, level)
    return join_halves(store, start, count, base, powers, level)


def join_halves(store, start, count, base, powers, level):
    """join_groups with the powers of the base to 8, 16, 32 …"""
    if level >= 0:
        low_count = SHORT_CHUNKS << level
        if count <= low_count:
            return join_halves(store, start, count, base, powers, level - 1)
        high = join_halves(store, start + low_count, count - low_count, base, powers, level - 1)
        low = join_halves(store, start, low_count, base, powers, level - 1)
        return int_add(int_mul(high, ld(powers, TUPLE_ITEMS + level)), low)
    value = 0
    k = start + count
    while k > start:
        k -= 1
        value = int_add(int_mul(value, base), ld(store, k))
    return value
