"""Generators: functions that are suspended.

A generator's object holds its frame while it does not run. To resume it, the frame is
copied above the frames of the runtime, with a return link that goes on where it was
suspended; the link below leads back into the runtime. Nothing in a frame depends on where
it is.

Word 1 is the function that `iternext` calls."""

GENERATOR_NEXT = 1
GENERATOR_STATE = 2
GENERATOR_PC = 3
GENERATOR_DST = 4
GENERATOR_KIND = 5
GENERATOR_COUNT = 6
GENERATOR_HANDLED = 7
GENERATOR_CALLER = 8
GENERATOR_CALLER_HANDLED = 9
GENERATOR_FLAGS = 10
GENERATOR_DELEGATE = 11
GENERATOR_FUNCTION = 12
GENERATOR_FRAME = 13
GENERATOR_WORDS = 13

# GENERATOR_STATE.
CREATED = 0
SUSPENDED = 1
RUNNING = 2
FINISHED = 3

# The generator whose function runs, or None.
running = None

# The value with which the last generator ended.
generator_result = None


def generator_start():
    """Called first in a generator function: returns a generator to the function's caller,
    which begins where this was called."""
    flags = ld(ld(ldf(link(depth(), LINK_FP), 0), FUNC_CODE), CODE_COUNTS)
    if flags & CODE_COROUTINE:
        g = new_generator(coroutine)
    elif flags & CODE_ASYNC_GENERATOR:
        g = new_generator(async_generator)
    else:
        g = new_generator(generator)
    n = depth()
    save_frame(g, n)
    st(g, GENERATOR_FUNCTION, ldf(link(n, LINK_FP), 0))
    leave_function(n - 1, g)


def new_generator(cls):
    """An object for the frame of the caller's caller."""
    n = depth() - 1
    count = link(n, LINK_TOP) - link(n, LINK_FP)
    g = retag(allocate(ld(cls, CLASS_ID) << HEADER_CLASS_SHIFT, GENERATOR_WORDS + count), BOX)
    st(g, GENERATOR_NEXT, generator_next)
    st(g, GENERATOR_STATE, CREATED)
    st(g, GENERATOR_COUNT, count)
    st(g, GENERATOR_HANDLED, None)
    st(g, GENERATOR_CALLER, None)
    st(g, GENERATOR_CALLER_HANDLED, None)
    st(g, GENERATOR_FLAGS, 0)
    st(g, GENERATOR_DELEGATE, None)
    return g


def save_frame(g, n):
    """Saves the frame to which a return link leads, and the link."""
    base = link(n, LINK_FP)
    st(g, GENERATOR_PC, link(n, LINK_PC))
    st(g, GENERATOR_DST, link(n, LINK_DST) - base)
    st(g, GENERATOR_KIND, link(n, LINK_KIND))
    for i in range(ld(g, GENERATOR_COUNT)):
        st(g, GENERATOR_FRAME + i, ldf(base, i))


def leave_function(n, value):
    """Returns a value by a return link; the functions above it end."""
    set_link(LINK_PC, link(n, LINK_PC))
    set_link(LINK_FP, link(n, LINK_FP))
    set_link(LINK_DST, link(n, LINK_DST))
    set_link(LINK_TOP, link(n, LINK_TOP))
    set_link(LINK_KIND, link(n, LINK_KIND))
    unwind(n - 1)
    leave(value)


def yield_value(value):
    """Suspends the running generator; the value goes to what resumed it."""
    global running, handled
    g = running
    n = depth()
    save_frame(g, n)
    st(g, GENERATOR_STATE, SUSPENDED)
    st(g, GENERATOR_HANDLED, handled)
    handled = ld(g, GENERATOR_CALLER_HANDLED)
    running = ld(g, GENERATOR_CALLER)
    leave_function(n - 1, value)


def generator_return(value):
    """Ends the running generator with a value."""
    global generator_result
    generator_result = value
    end_running(running)
    leave_function(depth() - 1, END)


def end_running(g):
    """Ends a generator that runs: it is not resumed again."""
    global running, handled
    handled = ld(g, GENERATOR_CALLER_HANDLED)
    running = ld(g, GENERATOR_CALLER)
    close_frame(g)


def close_frame(g):
    """Marks a generator as finished and drops what its frame refers to."""
    st(g, GENERATOR_STATE, FINISHED)
    st(g, GENERATOR_HANDLED, None)
    st(g, GENERATOR_CALLER, None)
    st(g, GENERATOR_CALLER_HANDLED, None)
    st(g, GENERATOR_DELEGATE, None)
    for i in range(ld(g, GENERATOR_COUNT)):
        st(g, GENERATOR_FRAME + i, END)


def enter_generator(g, value):
    """Goes on in a suspended generator, which gets a value; returns what it yields, or
    END at its end. No other function may be called once the frame is in place."""
    global running, handled
    count = ld(g, GENERATOR_COUNT)
    base = frame_top()
    if base + count > FRAME_END - STACK_MARGIN or depth() > CONTROL_END - LINK_MARGIN:
        raise_message(RecursionError, "maximum recursion depth exceeded")
    st(g, GENERATOR_STATE, RUNNING)
    st(g, GENERATOR_CALLER, running)
    st(g, GENERATOR_CALLER_HANDLED, handled)
    running = g
    handled = ld(g, GENERATOR_HANDLED)
    for i in range(count):
        stf(base + i, 0, ld(g, GENERATOR_FRAME + i))
    set_link(LINK_PC, ld(g, GENERATOR_PC))
    set_link(LINK_FP, base)
    set_link(LINK_DST, base + ld(g, GENERATOR_DST))
    set_link(LINK_TOP, base + count)
    set_link(LINK_KIND, ld(g, GENERATOR_KIND))
    unwind(depth())
    leave(value)


def generator_next(g):
    """The next value of a generator, END at its end: what `iternext` calls."""
    return resume(g, None)


def resume(g, value):
    """Resumes a generator with a value; returns what it yields, or END at its end, when
    its value is in `generator_result`."""
    global generator_result
    state = ld(g, GENERATOR_STATE)
    if state > SUSPENDED:
        if state == RUNNING:
            raise_running(g)
        if is_a(g, coroutine):
            raise RuntimeError("cannot reuse already awaited coroutine")
        generator_result = None
        return END
    if state == CREATED and value is not None:
        raise TypeError(f"can't send non-None value to a just-started {kind_text(g)}")
    try:
        return enter_generator(g, value)
    except BaseException:
        failure = handled
    fail(g, failure)


def fail(g, error):
    """An exception left a generator: it ends; StopIteration becomes RuntimeError."""
    if ld(g, GENERATOR_STATE) == RUNNING:
        end_running(g)
    if is_instance(error, class_named(cid_of(StopIteration))):
        raise_stopped(g, error, "StopIteration")
    if is_a(g, async_generator) and is_instance(error, class_named(cid_of(StopAsyncIteration))):
        raise_stopped(g, error, "StopAsyncIteration")
    reraise(error)


def raise_stopped(g, error, name):
    """Raises RuntimeError for an exception that means the end of an iterator."""
    wrapped = new_exception(RuntimeError, (f"{kind_text(g)} raised {name}",))
    st(wrapped, EXC_CAUSE, error)
    st(wrapped, EXC_SUPPRESS, True)
    st(wrapped, EXC_CONTEXT, error)
    throw(wrapped)


def kind_text(g):
    """What messages call it."""
    if is_a(g, coroutine):
        return "coroutine"
    if is_a(g, async_generator):
        return "async generator"
    return "generator"


def raise_running(g):
    """Raises ValueError for a generator that runs already."""
    raise ValueError(f"{kind_text(g)} already executing")


def send(g, value):
    """g.send(value): raises StopIteration at the end."""
    result = resume(g, value)
    if result is END:
        raise_stop(generator_result)
    return result


def raise_stop(value):
    """Raises StopIteration with a value."""
    args = ()
    if value is not None:
        args = (value,)
    error = new_exception(StopIteration, args)
    st(error, EXC_VALUE, value)
    raise_new(error)


def throw_into(g, error):
    """Raises an exception where a generator is suspended; returns what it yields next, or
    END at its end."""
    global generator_result
    state = ld(g, GENERATOR_STATE)
    if state == RUNNING:
        raise_running(g)
    if state == FINISHED:
        if is_a(g, coroutine):
            raise RuntimeError("cannot reuse already awaited coroutine")
        throw(error)
    pc = ld(g, GENERATOR_PC)
    if ld(g, GENERATOR_KIND) < LINK_KIND_BRANCH:
        pc -= 1
    set_context_in(g, error)
    record(error, pc)
    handler = 0
    if state == SUSPENDED:
        handler = handler_at(pc)
    if handler == 0:
        close_frame(g)
        fail(g, error)
    st(g, GENERATOR_PC, handler)
    st(g, GENERATOR_KIND, LINK_KIND_DISCARD)
    try:
        return enter_handler(g, error)
    except BaseException:
        failure = handled
    fail(g, failure)


def enter_handler(g, error):
    """Goes on in a generator at the handler of an exception."""
    global in_flight
    in_flight = error
    return enter_generator(g, None)


def set_context_in(g, error):
    """Records that an exception was raised while the generator handled another one."""
    global handled
    own = ld(g, GENERATOR_HANDLED)
    if own is not None:
        outer = handled
        handled = own
        set_context(error)
        handled = outer


def generator_close(g):
    """g.close()"""
    state = ld(g, GENERATOR_STATE)
    if state == FINISHED:
        return
    if state == CREATED:
        close_frame(g)
        return
    try:
        result = throw_into(g, new_exception(GeneratorExit, ()))
    except GeneratorExit:
        return
    if result is not END:
        raise RuntimeError(f"{kind_text(g)} ignored GeneratorExit")
