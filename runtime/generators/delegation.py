"""`yield from` and `await`: a generator passes on what another iterator yields.

`yf_send` and `yf_throw` return END when the iterator is at its end; its value is then
`yf_result()`."""

delegate_result = None


def yf_iter(x):
    """The iterator of `yield from x`."""
    if is_a(x, generator):
        return x
    if is_a(x, coroutine):
        if not is_a(running, coroutine) and not is_iterable_coroutine(running):
            raise TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
        return x
    return iterate(x)


def is_awaitable(x):
    """True if await_iter() takes it."""
    if is_a(x, async_step) or is_a(x, coroutine) or is_iterable_coroutine(x):
        return True
    return special(x, "__await__") is not END


def await_iter(x):
    """The iterator of `await x`."""
    if is_a(x, async_step):
        return x
    if is_a(x, coroutine):
        if ld(x, GENERATOR_DELEGATE) is not None or ld(x, GENERATOR_STATE) == RUNNING:
            raise RuntimeError("coroutine is being awaited already")
        return x
    if is_iterable_coroutine(x):
        return x
    it = special0(x, "__await__")
    if it is END:
        raise TypeError(f"object {type_name(x)} can't be used in 'await' expression")
    if is_a(it, coroutine) or is_iterable_coroutine(it):
        raise TypeError("__await__() returned a coroutine")
    if not is_iterator(it):
        raise TypeError(f"__await__() returned non-iterator of type '{type_name(it)}'")
    return it


def is_iterator(x):
    """True for what next() takes."""
    return special(x, "__next__") is not END


def yf_send(it, value):
    """Sends a value to the iterator; returns what it yields, or END."""
    global delegate_result
    if is_a(it, generator) or is_a(it, coroutine):
        result = delegated_resume(it, value)
        if result is END:
            delegate_result = generator_result
        return result
    delegate_to(it)
    if is_a(it, async_step):
        return step(it, value)
    if value is None:
        if special(it, "send") is END and tag(it) == BOX:
            delegate_result = None
            return iternext(it)
        try:
            return special0(it, "__next__")
        except StopIteration:
            delegate_result = ld(handled, EXC_VALUE)
        return END
    try:
        return it.send(value)
    except StopIteration:
        delegate_result = ld(handled, EXC_VALUE)
    return END


def delegated_resume(it, value):
    """Resumes the generator to which the running one delegates."""
    delegate_to(it)
    return resume(it, value)


def delegate_to(it):
    """Notes what the running generator waits for."""
    delegator = running
    if delegator is not None:
        st(delegator, GENERATOR_DELEGATE, it)


def yf_throw(it, error):
    """Raises an exception in the iterator; returns what it yields, or END. Where the generator
    that delegates was suspended is recorded if the exception comes back."""
    global delegate_result
    unrecord(error)
    if error is not passed_on and is_instance(error, class_named(cid_of(GeneratorExit))):
        close_delegate(it)
        throw(error)
    if is_a(it, generator) or is_a(it, coroutine):
        result = throw_into(it, error)
        if result is END:
            delegate_result = generator_result
        return result
    if is_a(it, async_step):
        return step_throw(it, error)
    method = find_attribute(it, "throw")
    if method is END:
        throw(error)
    try:
        if error is thrown_error:
            return apply(method, thrown_arguments)
        return method(error)
    except StopIteration:
        delegate_result = ld(handled, EXC_VALUE)
    return END


def close_delegate(it):
    """Closes the iterator if it can be closed."""
    if is_a(it, generator) or is_a(it, coroutine):
        generator_close(it)
        return
    method = find_attribute(it, "close")
    if method is not END:
        method()


def yf_result():
    """The value with which the iterator ended."""
    global delegate_result
    result = delegate_result
    delegate_result = None
    if running is not None:
        st(running, GENERATOR_DELEGATE, None)
    return result
