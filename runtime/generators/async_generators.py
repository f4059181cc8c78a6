"""Asynchronous generators, `async for` and `async with`.

What an asynchronous generator yields is wrapped in an `async_value`, so that it differs
from what an `await` within it yields to the event loop."""

WRAPPED_VALUE = 1
WRAPPED_WORDS = 2

STEP_NEXT = 1
STEP_GENERATOR = 2
STEP_VALUE = 3
STEP_MODE = 4
STEP_STATE = 5
STEP_WORDS = 6

# STEP_MODE.
ASEND = 0
ATHROW = 1
ACLOSE = 2

# STEP_STATE.
STEP_FRESH = 0
STEP_BEGUN = 1
STEP_OVER = 2

# GENERATOR_FLAGS: an event loop knows it, a step is being awaited, aclose() was.
ASYNC_KNOWN = 1
ASYNC_ACTIVE = 2
ASYNC_CLOSED = 4

# The exception that aclose() or athrow() raises: what is awaited gets it, and is not closed.
passed_on = None


class async_value:
    """A value that an asynchronous generator yields."""


def async_yield(value):
    """Suspends the running asynchronous generator with a value for its consumer."""
    global running, handled
    wrapped = alloc(async_value, WRAPPED_WORDS)
    st(wrapped, WRAPPED_VALUE, value)
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

    def athrow(self, kind, value=END, entries=END, /):
        return new_step(self, thrown(kind, value, entries), ATHROW)

    def aclose(self):
        return new_step(self, new_exception(GeneratorExit, ()), ACLOSE)

    def __repr__(self):
        return f"<async_generator object {function_qualname(ld(self, GENERATOR_FUNCTION))} at {address_text(self)}>"

    @property
    def __name__(self):
        return generator_name(self)

    @property
    def __qualname__(self):
        return function_qualname(ld(self, GENERATOR_FUNCTION))

    @property
    def ag_running(self):
        return ld(self, GENERATOR_FLAGS) & ASYNC_ACTIVE != 0

    @property
    def ag_await(self):
        return ld(self, GENERATOR_DELEGATE)

    @property
    def ag_code(self):
        return ld(ld(self, GENERATOR_FUNCTION), FUNC_CODE)

    @property
    def ag_frame(self):
        if ld(self, GENERATOR_STATE) == FINISHED:
            return None
        return self


@builtin(hidden=True, name="async_generator_asend")
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

    def throw(self, kind, value=END, entries=END, /):
        result = step_throw(self, thrown(kind, value, entries))
        if result is END:
            raise_stop(delegate_result)
        return result

    def close(self):
        st(self, STEP_STATE, STEP_OVER)


def new_step(g, value, mode):
    """An awaitable that resumes an asynchronous generator."""
    if watched is not None and ld(g, GENERATOR_FLAGS) & ASYNC_KNOWN == 0:
        watch(g)
    s = alloc(async_step, STEP_WORDS)
    st(s, STEP_NEXT, step_next)
    st(s, STEP_GENERATOR, g)
    st(s, STEP_VALUE, value)
    st(s, STEP_MODE, mode)
    st(s, STEP_STATE, STEP_FRESH)
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
    global delegate_result
    g = ld(s, STEP_GENERATOR)
    mode = ld(s, STEP_MODE)
    check_step(s)
    if mode != ASEND and ld(g, GENERATOR_STATE) == FINISHED:
        st(s, STEP_STATE, STEP_OVER)
        delegate_result = None
        return END
    if ld(s, STEP_STATE) == STEP_FRESH:
        if ld(g, GENERATOR_FLAGS) & ASYNC_ACTIVE:
            raise_active(s)
        if mode != ASEND:
            return step_begin_throw(s, value)
        if value is None:
            value = ld(s, STEP_VALUE)
        begin_step(s)
    try:
        result = resume(g, value)
    except BaseException:
        return step_failed(s, handled)
    return step_result(s, result)


def check_step(s):
    """Refuses a step that is over."""
    if ld(s, STEP_STATE) == STEP_OVER:
        if ld(s, STEP_MODE) == ASEND:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        raise RuntimeError("cannot reuse already awaited aclose()/athrow()")


def raise_active(s):
    """Raises RuntimeError for a step while another one is being awaited."""
    mode = ld(s, STEP_MODE)
    if mode == ASEND:
        raise RuntimeError("anext(): asynchronous generator is already running")
    st(s, STEP_STATE, STEP_OVER)
    if mode == ACLOSE:
        raise RuntimeError("aclose(): asynchronous generator is already running")
    raise RuntimeError("athrow(): asynchronous generator is already running")


def begin_step(s):
    """Marks a step as begun, and its generator as active."""
    st(s, STEP_STATE, STEP_BEGUN)
    set_flag(ld(s, STEP_GENERATOR), ASYNC_ACTIVE)


def end_step(s):
    """Marks a step as over."""
    st(s, STEP_STATE, STEP_OVER)
    g = ld(s, STEP_GENERATOR)
    st(g, GENERATOR_FLAGS, ld(g, GENERATOR_FLAGS) & (ASYNC_KNOWN | ASYNC_CLOSED))


def set_flag(g, flag):
    """Sets a bit of GENERATOR_FLAGS."""
    st(g, GENERATOR_FLAGS, ld(g, GENERATOR_FLAGS) | flag)


def step_begin_throw(s, value):
    """The first step of aclose() and athrow()."""
    global passed_on
    g = ld(s, STEP_GENERATOR)
    if ld(g, GENERATOR_FLAGS) & ASYNC_CLOSED:
        st(s, STEP_STATE, STEP_OVER)
        raise_new(new_exception(StopAsyncIteration, ()))
    if value is not None:
        raise RuntimeError("can't send non-None value to a just-started coroutine")
    if ld(s, STEP_MODE) == ACLOSE:
        set_flag(g, ASYNC_CLOSED)
    begin_step(s)
    passed_on = ld(s, STEP_VALUE)
    return step_throw_into(s, passed_on)


def step_throw(s, error):
    """The same as a step with an exception."""
    check_step(s)
    return step_throw_into(s, error)


def step_throw_into(s, error):
    """Raises an exception in the generator of a step."""
    try:
        result = throw_into(ld(s, STEP_GENERATOR), error)
    except BaseException:
        return step_failed(s, handled)
    return step_result(s, result)


def step_failed(s, error):
    """An exception left the generator."""
    global delegate_result
    end_step(s)
    if is_instance(error, class_named(cid_of(GeneratorExit))) or is_instance(error, class_named(cid_of(StopAsyncIteration))):
        set_flag(ld(s, STEP_GENERATOR), ASYNC_CLOSED)
        if ld(s, STEP_MODE) == ACLOSE:
            delegate_result = None
            return END
    reraise(error)


def step_result(s, result):
    """What a step returns for what the generator yielded."""
    global delegate_result
    if result is END:
        end_step(s)
        set_flag(ld(s, STEP_GENERATOR), ASYNC_CLOSED)
        if ld(s, STEP_MODE) == ACLOSE:
            delegate_result = None
            return END
        raise_new(new_exception(StopAsyncIteration, ()))
    if not is_a(result, async_value):
        return result
    end_step(s)
    if ld(s, STEP_MODE) == ACLOSE:
        raise RuntimeError("async generator ignored GeneratorExit")
    delegate_result = ld(result, WRAPPED_VALUE)
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
