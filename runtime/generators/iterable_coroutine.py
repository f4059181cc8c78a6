"""types.coroutine: functions whose generators can be awaited."""


class iterable_code(code):
    """The code of such a function; can exist if the program makes some."""


@builtin(module="types", name="coroutine")
def types_coroutine(func):
    """Makes the generators of a generator function awaitable."""
    if not is_callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if tag(func) == FUNC and ld(ld(func, FUNC_CODE), CODE_COUNTS) & CODE_GENERATOR:
        marked = alloc(iterable_code, CODE_LINE + 1)
        copy_words(ld(func, FUNC_CODE), 1, marked, 1, CODE_LINE)
        st(func, FUNC_CODE, marked)
    return func


def is_iterable_coroutine(x):
    """True for a generator that can be awaited."""
    if not exists(iterable_code) or not is_a(x, generator):
        return False
    return is_a(ld(ld(x, GENERATOR_FUNCTION), FUNC_CODE), iterable_code)
