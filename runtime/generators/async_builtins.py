"""aiter() and anext()."""

DEFAULTED_NEXT = 1
DEFAULTED_ITERATOR = 2
DEFAULTED_VALUE = 3
DEFAULTED_WORDS = 4


@builtin
def aiter(x, /):
    """The asynchronous iterator of an object."""
    if is_a(x, async_generator):
        return x
    it = special0(x, "__aiter__")
    if it is END:
        raise TypeError(f"'{type_name(x)}' object is not an async iterable")
    if not is_a(it, async_generator) and special(it, "__anext__") is END:
        raise TypeError(f"aiter() returned not an async iterator of type '{type_name(it)}'")
    return it


@builtin
def anext(it, default=END, /):
    """The awaitable for the next item, or for a default value at the end."""
    if is_a(it, async_generator):
        item = new_step(it, None, ASEND)
    else:
        item = special0(it, "__anext__")
        if item is END:
            raise TypeError(f"'{type_name(it)}' object is not an async iterator")
    if default is END:
        return item
    result = alloc(defaulted_step, DEFAULTED_WORDS)
    st(result, DEFAULTED_NEXT, defaulted_next)
    st(result, DEFAULTED_ITERATOR, await_iter(item))
    st(result, DEFAULTED_VALUE, default)
    return result


@builtin(hidden=True, name="anext_awaitable")
class defaulted_step:
    """The awaitable for the next item of something that may be at its end."""

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return defaulted_send(self, None)

    def send(self, value, /):
        return defaulted_send(self, value)

    def throw(self, kind, value=END, entries=END, /):
        try:
            result = yf_throw(ld(self, DEFAULTED_ITERATOR), thrown(kind, value, entries))
        except StopAsyncIteration:
            raise_stop(ld(self, DEFAULTED_VALUE))
        if result is END:
            raise_stop(delegate_result)
        return result

    def close(self):
        close_delegate(ld(self, DEFAULTED_ITERATOR))


def defaulted_next(step):
    """What `iternext` calls."""
    global delegate_result
    try:
        return yf_send(ld(step, DEFAULTED_ITERATOR), None)
    except StopAsyncIteration:
        delegate_result = ld(step, DEFAULTED_VALUE)
    return END


def defaulted_send(step, value):
    """Goes on with a value; raises StopIteration at the end."""
    try:
        result = yf_send(ld(step, DEFAULTED_ITERATOR), value)
    except StopAsyncIteration:
        raise_stop(ld(step, DEFAULTED_VALUE))
    if result is END:
        raise_stop(delegate_result)
    return result
