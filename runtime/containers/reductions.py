"""min, max, sum, any, all."""


@builtin
def any(iterable, /):
    """True if an item is true."""
    it = iterate(iterable)
    while True:
        value = iternext(it)
        if value is END:
            return False
        if truth(value):
            return True


@builtin
def all(iterable, /):
    """True if all items are true."""
    it = iterate(iterable)
    while True:
        value = iternext(it)
        if value is END:
            return True
        if not truth(value):
            return False


@builtin
@generic
def sum(iterable, /, start=0):
    """The sum of the items."""
    if tag(start) == STR:
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if is_a(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    if is_a(start, bytearray):
        raise TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
    it = iterate(iterable)
    result = start
    while True:
        value = iternext(it)
        if value is END:
            return result
        result = result + value


@builtin
def min(*args, key=None, default=END):
    """The least item of an iterable, or argument."""
    return extreme(args, key, default, LESS, "min")


@builtin
def max(*args, key=None, default=END):
    """The greatest item of an iterable, or argument."""
    return extreme(args, key, default, GREATER, "max")


def extreme_int(args, operator):
    """The same of a TUPLE if all items are INTs, else END."""
    best = ld(args, TUPLE_ITEMS)
    if tag(best) != INT:
        return END
    for i in range(1, ld(args, TUPLE_LENGTH)):
        value = ld(args, TUPLE_ITEMS + i)
        if tag(value) != INT:
            return END
        if operator == LESS:
            if value < best:
                best = value
        elif value > best:
            best = value
    return best


def extreme(args, key, default, operator, name):
    """The first item that is before all others in an order."""
    count = ld(args, TUPLE_LENGTH)
    if count == 0:
        raise TypeError(f"{name} expected at least 1 argument, got 0")
    if count > 1:
        if default is not END:
            raise TypeError(
                f"Cannot specify a default for {name}() with multiple positional arguments"
            )
        if key is None:
            best = extreme_int(args, operator)
            if best is not END:
                return best
        it = iterate(args)
    else:
        it = iterate(ld(args, TUPLE_ITEMS))
    best = END
    best_key = None
    while True:
        value = iternext(it)
        if value is END:
            break
        if key is None:
            value_key = value
        else:
            value_key = key(value)
        if best is END or truth(order(value_key, best_key, operator)):
            best = value
            best_key = value_key
    if best is not END:
        return best
    if default is END:
        raise ValueError(f"{name}() arg is an empty sequence")
    return default
