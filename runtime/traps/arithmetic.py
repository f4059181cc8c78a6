"""Traps of arithmetic: numbers that the hardware does not handle, strings and sequences
first; everything else has methods."""


# Of the tags only INT, BOOL, FLOAT and BIGINT have these bits.
REAL_MASK = 10
REAL = 2


@trap("add")
@trap("iadd")
def add(a, b):
    """a + b, a += b"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_add(a, b)
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if is_a(a, FLOAT) or is_a(b, FLOAT):
            return float_add(a, b)
        return int_add(a, b)
    if handles("iadd") and is_a(a, LIST):
        extend_list(a, b)
        return a
    result = join_values(a, b)
    if result is not END:
        return result
    if handles("iadd"):
        result = in_place(a, b, "__iadd__")
        if result is not END:
            return result
        return add_by_methods(a, b, "+=")
    return add_by_methods(a, b, "+")


def join_values(a, b):
    """a + b of two builtin sequences, or END."""
    if tag(a) == STR:
        if tag(b) == STR:
            return concat(a, b)
    elif is_a(a, LIST):
        if is_a(b, LIST):
            return list_concat(a, b)
    elif is_a(a, TUPLE):
        if is_a(b, TUPLE):
            return tuple_concat(a, b)
    return END


def add_by_methods(a, b, symbol):
    """a + b by methods; then sequences are joined."""
    result = binary_by_methods(a, b, "__add__", "__radd__")
    if result is not NotImplemented:
        return result
    if is_sequence_method(a, "__add__"):
        return join_sequences(payload_of(a), b)
    unsupported(a, b, symbol)


def join_sequences(a, b):
    """a + b, where a is a builtin sequence."""
    if is_a(a, LIST):
        return list_concat(a, b)
    if is_a(a, TUPLE):
        return tuple_concat(a, b)
    other = payload_of(b)
    if tag(a) == STR:
        if tag(other) == STR:
            return concat(a, other)
        raise TypeError(f'can only concatenate str (not "{type_name(b)}") to str')
    if exists(bytes) or exists(bytearray):
        if bytes_of(other) is END:
            raise TypeError(f"can't concat {type_name(b)} to {type_name(a)}")
        return bytes_concat(a, other)


@trap("mul")
@trap("imul")
def multiply(a, b):
    """a * b, a *= b"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_mul(a, b)
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if is_a(a, FLOAT) or is_a(b, FLOAT):
            return float_mul(a, b)
        return int_mul(a, b)
    if handles("imul"):
        if is_a(a, LIST):
            if has_index(b):
                list_repeat_in_place(a, repetitions(b))
                return a
            result = END
        elif is_a(a, bytearray):
            result = END
        else:
            result = repeat_values(a, b)
        if result is END:
            result = in_place(a, b, "__imul__")
        if result is not END:
            return result
        return multiply_by_methods(a, b, "*=")
    result = repeat_values(a, b)
    if result is not END:
        return result
    return multiply_by_methods(a, b, "*")


def repeat_values(a, b):
    """a * b of a builtin sequence and an INT, or END."""
    if tag(b) == INT:
        if is_sequence(a):
            return repeat_sequence(a, b)
    elif tag(a) == INT and is_sequence(b):
        return repeat_sequence(b, a)
    return END


def multiply_by_methods(a, b, symbol):
    """a * b by methods; then sequences are repeated."""
    result = binary_by_methods(a, b, "__mul__", "__rmul__")
    if result is not NotImplemented:
        return result
    if is_sequence_method(a, "__mul__"):
        return repeat_sequence(payload_of(a), b)
    if is_sequence_method(b, "__rmul__"):
        return repeat_sequence(payload_of(b), a)
    unsupported(a, b, symbol)


def repeat_sequence(items, count):
    """items * count"""
    if tag(count) != INT:
        if not has_index(count):
            raise TypeError(f"can't multiply sequence by non-int of type '{type_name(count)}'")
    count = repetitions(count)
    if is_a(items, LIST):
        return list_repeat(items, count)
    if is_a(items, TUPLE):
        return tuple_repeat(items, count)
    if (exists(bytes) or exists(bytearray)) and tag(items) != STR:
        return bytes_repeat(items, count)
    return str_repeat(items, count)


def repetitions(x):
    """How often a sequence is repeated: not less than 0."""
    if tag(x) != INT:
        if not has_index(x):
            raise TypeError(f"can't multiply sequence by non-int of type '{type_name(x)}'")
        x = index_of(x)
        if tag(x) != INT:
            return large_count(x)
    if x < 0:
        return 0
    return x


def repeated_length(length, count):
    """length * count; MemoryError if nothing so large fits."""
    if rmulh(length, count) or rmul(length, count) < 0 or rmul(length, count) > LARGE_INDEX:
        raise MemoryError()
    return length * count


@trap("mod")
@trap("imod")
def modulo(a, b):
    """a % b, a %= b"""
    if tag(a) == STR:
        if not derives_from(b, a):
            return str_mod(a, b)
    elif tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if is_a(a, FLOAT) or is_a(b, FLOAT):
            return float_mod(a, b)
        return int_mod(a, b)
    if handles("imod"):
        result = in_place(a, b, "__imod__")
        if result is not END:
            return result
        return binary(a, b, "__mod__", "__rmod__", "%=")
    return binary(a, b, "__mod__", "__rmod__", "%")


@trap("sub")
@trap("isub")
def subtract(a, b):
    """a - b, a -= b"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_sub(a, b)
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if is_a(a, FLOAT) or is_a(b, FLOAT):
            return float_sub(a, b)
        return int_sub(a, b)
    if handles("isub"):
        result = in_place(a, b, "__isub__")
        if result is not END:
            return result
        return binary(a, b, "__sub__", "__rsub__", "-=")
    return binary(a, b, "__sub__", "__rsub__", "-")


@trap("div")
@trap("idiv")
def floor_divide(a, b):
    """a // b, a //= b"""
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if is_a(a, FLOAT) or is_a(b, FLOAT):
            return float_floordiv(a, b)
        return int_floordiv(a, b)
    if handles("idiv"):
        result = in_place(a, b, "__ifloordiv__")
        if result is not END:
            return result
        return binary(a, b, "__floordiv__", "__rfloordiv__", "//=")
    return binary(a, b, "__floordiv__", "__rfloordiv__", "//")


@trap("fdiv")
@trap("ifdiv")
def divide(a, b):
    """a / b, a /= b"""
    if is_a(a, FLOAT) and is_a(b, FLOAT):
        return float_truediv(a, b)
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if is_a(a, FLOAT) or is_a(b, FLOAT):
            return float_truediv(a, b)
        return int_truediv(a, b)
    if handles("ifdiv"):
        result = in_place(a, b, "__itruediv__")
        if result is not END:
            return result
        return binary(a, b, "__truediv__", "__rtruediv__", "/=")
    return binary(a, b, "__truediv__", "__rtruediv__", "/")


@trap("pow")
@trap("ipow")
def power(a, b):
    """a ** b, a **= b"""
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if is_a(a, FLOAT) or is_a(b, FLOAT):
            return float_pow(a, b)
        return int_pow(a, b)
    if handles("ipow"):
        result = in_place(a, b, "__ipow__")
        if result is not END:
            return result
        return binary(a, b, "__pow__", "__rpow__", "**=")
    return binary(a, b, "__pow__", "__rpow__", "** or pow()")


@trap("and")
@trap("iand")
def bit_and(a, b):
    """a & b, a &= b"""
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if not is_a(a, FLOAT) and not is_a(b, FLOAT):
            return int_and(a, b)
    if handles("iand"):
        result = in_place(a, b, "__iand__")
        if result is not END:
            return result
        return binary(a, b, "__and__", "__rand__", "&=")
    return binary(a, b, "__and__", "__rand__", "&")


@trap("or")
@trap("ior")
def bit_or(a, b):
    """a | b, a |= b"""
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if not is_a(a, FLOAT) and not is_a(b, FLOAT):
            return int_or(a, b)
    if handles("ior"):
        result = in_place(a, b, "__ior__")
        if result is not END:
            return result
        return binary(a, b, "__or__", "__ror__", "|=")
    return binary(a, b, "__or__", "__ror__", "|")


@trap("xor")
@trap("ixor")
def bit_xor(a, b):
    """a ^ b, a ^= b"""
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if not is_a(a, FLOAT) and not is_a(b, FLOAT):
            return int_xor(a, b)
    if handles("ixor"):
        result = in_place(a, b, "__ixor__")
        if result is not END:
            return result
        return binary(a, b, "__xor__", "__rxor__", "^=")
    return binary(a, b, "__xor__", "__rxor__", "^")


@trap("shl")
@trap("ishl")
def shift_left(a, b):
    """a << b, a <<= b"""
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if not is_a(a, FLOAT) and not is_a(b, FLOAT):
            return int_lshift(a, b)
    if handles("ishl"):
        result = in_place(a, b, "__ilshift__")
        if result is not END:
            return result
        return binary(a, b, "__lshift__", "__rlshift__", "<<=")
    return binary(a, b, "__lshift__", "__rlshift__", "<<")


@trap("shr")
@trap("ishr")
def shift_right(a, b):
    """a >> b, a >>= b"""
    if tag(a) & REAL_MASK == REAL and tag(b) & REAL_MASK == REAL:
        if not is_a(a, FLOAT) and not is_a(b, FLOAT):
            return int_rshift(a, b)
    if handles("ishr"):
        result = in_place(a, b, "__irshift__")
        if result is not END:
            return result
        return binary(a, b, "__rshift__", "__rrshift__", ">>=")
    return binary(a, b, "__rshift__", "__rrshift__", ">>")


@trap("mmul")
@trap("immul")
def matrix_multiply(a, b):
    """a @ b, a @= b"""
    if handles("immul"):
        result = in_place(a, b, "__imatmul__")
        if result is not END:
            return result
        return binary(a, b, "__matmul__", "__rmatmul__", "@=")
    return binary(a, b, "__matmul__", "__rmatmul__", "@")


@trap("neg")
def negative(zero, value):
    """-value"""
    if is_a(value, FLOAT):
        return float_neg(value)
    if is_number(value):
        return int_neg(value)
    return unary(value, "__neg__", "-")


@trap("pos")
def positive(value, zero):
    """+value"""
    if is_a(value, FLOAT) or is_a(value, BIGINT):
        return value
    return unary(value, "__pos__", "+")


@trap("inv")
def invert(value, minus_one):
    """~value"""
    if is_number(value):
        return int_invert(value)
    return unary(value, "__invert__", "~")


@names
def unary(value, name, symbol):
    """<symbol>value by the type's method."""
    result = special0(value, name)
    if result is END:
        raise TypeError(f"bad operand type for unary {symbol}: '{type_name(value)}'")
    return result
