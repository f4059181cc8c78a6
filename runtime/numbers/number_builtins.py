"""abs, divmod, pow and round."""


@builtin
def abs(x, /):
    """Return the absolute value of the argument."""
    if is_number(x):
        return int_abs(x)
    if is_a(x, FLOAT):
        return float_abs(x)
    result = special0(x, "__abs__")
    if result is END:
        raise TypeError(f"bad operand type for abs(): '{type_name(x)}'")
    return result


@builtin
def divmod(x, y, /):
    """Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."""
    if is_number(x) and is_number(y):
        return int_divmod(x, y)
    return binary(x, y, "__divmod__", "__rdivmod__", "divmod()")


@builtin
def pow(base, exp, mod=None):
    """Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.

Some types, such as ints, are able to use a more efficient algorithm when
invoked using the three argument form."""
    if mod is None:
        if is_number(base) and is_number(exp):
            return int_pow(base, exp)
        return binary(base, exp, "__pow__", "__rpow__", "** or pow()")
    if is_number(base) and is_number(exp) and is_number(mod):
        return int_pow_mod(base, exp, mod)
    result = special2(base, "__pow__", exp, mod)
    if result is END or result is NotImplemented:
        if is_a(payload_of(exp), complex) or is_a(payload_of(mod), complex):
            raise ValueError("complex modulo")
        if is_a(payload_of(base), FLOAT) or is_a(payload_of(exp), FLOAT) or is_a(payload_of(mod), FLOAT):
            integers_only()
        raise TypeError(
            "unsupported operand type(s) for ** or pow(): "
            f"'{type_name(base)}', '{type_name(exp)}', '{type_name(mod)}'"
        )
    return result


@builtin
def round(number, ndigits=None):
    """Round a number to a given precision in decimal digits.

The return value is an integer if ndigits is omitted or None.  Otherwise
the return value has the same type as the number.  ndigits may be negative."""
    if ndigits is None:
        if is_number(number):
            return int_pos(number)
        if is_a(number, FLOAT):
            return round_to_int(number)
        result = special0(number, "__round__")
    else:
        result = special1(number, "__round__", ndigits)
    if result is END:
        raise TypeError(f"type {type_name(number)} doesn't define __round__ method")
    return result
