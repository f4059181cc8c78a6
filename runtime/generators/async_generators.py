"""Asynchronous generators, `async for` and `async with`.

What an asynchronous generator yields is wrapped in an `async_value`, so that it differs
from what an `await` within it yields to the event loop."""

VALUE_WORD = 1
VALUE_WORDS = 2

STEP_NEXT = 1
STEP_GENERATOR = 2
STEP_VALUE = 3
STEP_MODE = 4
STEP_DONE = 5
STEP_WORDS = 6

# STEP_MODE.
ASEND = 0
ATHROW = 1
ACLOSE = 2


class async_value:
    """A value that an asynchronous generator yields."""


def async_yield(value):
    """Suspends the running asynchronous generator with a value for its consumer."""
    global running, handled
    wrapped = alloc(async_value, VALUE_WORDS)
    st(wrapped, VALUE_WORD, value)
    g = running
    n = depth()
    save_frame(g, n)
    st(g, GENERATOR_STATE, SUSPENDED)
    st(g, GENERATOR_HANDLED, handled)
    handled = ld(g, GENERATOR_CALLER_HANDLED)
    running = ld(g, GENERATOR_CALLER)
    leave_function(n - 1, wrapped)


class async_generator:
    """What a call of an asynchronous generator function returns."""

    def __aiter__(self):
        return self

    def __anext__(self):
        return new_step(self, None, ASEND)

    def asend(self, value, /):
        return new_step(self, value, ASEND)

    def athrow(self, kind, value=None, entries=None, /):
        return new_step(self, thrown(kind, value, entries), ATHROW)

    def aclose(self):
        return new_step(self, new_exception(GeneratorExit, ()), ACLOSE)

    def __repr__(self):
        return f"<async_generator object {function_qualname(ld(self, GENERATOR_FUNCTION))} at {address_text(self)}>"

    @property
    def __name__(self):
        return generator_name(self)

    @property
    def ag_running(self):
        return ld(self, GENERATOR_STATE) == RUNNING


class async_step:
    """The awaitable for the next value of an asynchronous generator."""

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return step_or_stop(self, None)

    def send(self, value, /):
        return step_or_stop(self, value)

    def throw(self, kind, value=None, entries=None, /):
        result = step_throw(self, thrown(kind, value, entries))
        if result is END:
            raise_stop(delegate_result)
        return result

    def close(self):
        st(self, STEP_DONE, True)


def new_step(g, value, mode):
    """An awaitable that resumes an asynchronous generator."""
    s = alloc(async_step, STEP_WORDS)
    st(s, STEP_NEXT, step_next)
    st(s, STEP_GENERATOR, g)
    st(s, STEP_VALUE, value)
    st(s, STEP_MODE, mode)
    st(s, STEP_DONE, False)
    return s


def step_next(s):
    """What `iternext` calls."""
    return step(s, None)


def step_or_stop(s, value):
    """The same as a method: raises StopIteration at the end."""
    result = step(s, value)
    if result is END:
        raise_stop(delegate_result)
    return result


def step(s, value):
    """Goes on until the generator yields to its consumer: then returns END, the value is
    in `delegate_result`. What it yields to the event loop is returned."""
    if ld(s, STEP_DONE):
        raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
    g = ld(s, STEP_GENERATOR)
    mode = ld(s, STEP_MODE)
    if ld(s, STEP_VALUE) is not END:
        first = ld(s, STEP_VALUE)
        st(s, STEP_VALUE, END)
        if mode != ASEND:
            return step_throw(s, first)
        if value is None:
            value = first
    try:
        result = resume(g, value)
    except BaseException:
        return step_failed(s, handled)
    return step_result(s, result)


def step_throw(s, error):
    """The same with an exception."""
    g = ld(s, STEP_GENERATOR)
    if ld(s, STEP_MODE) == ACLOSE and ld(g, GENERATOR_STATE) != SUSPENDED:
        if ld(g, GENERATOR_STATE) == CREATED:
            close_frame(g)
        return step_result(s, END)
    try:
        result = throw_into(g, error)
    except BaseException:
        return step_failed(s, handled)
    return step_result(s, result)


def step_failed(s, error):
    """An exception left the generator."""
    global delegate_result
    st(s, STEP_DONE, True)
    if ld(s, STEP_MODE) == ACLOSE:
        if is_instance(error, class_named(cid_of(GeneratorExit))) or is_instance(error, class_named(cid_of(StopAsyncIteration))):
            delegate_result = None
            return END
    reraise(error)


def step_result(s, result):
    """What a step returns for what the generator yielded."""
    global delegate_result
    if result is END:
        st(s, STEP_DONE, True)
        if ld(s, STEP_MODE) == ACLOSE:
            delegate_result = None
            return END
        raise_new(new_exception(StopAsyncIteration, ()))
    if not is_a(result, async_value):
        return result
    st(s, STEP_DONE, True)
    if ld(s, STEP_MODE) == ACLOSE:
        raise RuntimeError("async generator ignored GeneratorExit")
    delegate_result = ld(result, VALUE_WORD)
    return END


def async_iter(x):
    """The iterator of `async for … in x`."""
    if is_a(x, async_generator):
        return x
    it = special0(x, "__aiter__")
    if it is END:
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {type_name(x)}")
    if special(it, "__anext__") is END:
        raise TypeError(f"'async for' received an object from __aiter__ that does not implement __anext__: {type_name(it)}")
    return it


def async_next(it):
    """The awaitable for the next item."""
    if is_a(it, async_generator):
        return new_step(it, None, ASEND)
    item = special0(it, "__anext__")
    if item is END:
        raise TypeError(f"'async for' requires an iterator with __anext__ method, got {type_name(it)}")
    if not is_awaitable(item):
        raise TypeError(f"'async for' received an invalid object from __anext__: {type_name(item)}")
    return item
