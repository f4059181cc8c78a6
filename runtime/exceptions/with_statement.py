"""What `with` and `async with` call."""


def bound_special(x, name):
    """The special method as a callable, or END."""
    method = special(x, name)
    if method is END:
        return END
    return bind_special(method, x)


def with_exit_of(manager):
    """The bound `__exit__` of a context manager, which has `__enter__` too."""
    return exit_of(manager, "__enter__", "__exit__", "the context manager protocol")


def async_with_exit_of(manager):
    """The bound `__aexit__`."""
    return exit_of(manager, "__aenter__", "__aexit__", "the asynchronous context manager protocol")


@names
def exit_of(manager, enter, leaving, protocol):
    """The bound method for the end of a with statement."""
    if special(manager, enter) is END:
        raise TypeError(f"'{type_name(manager)}' object does not support {protocol}")
    method = bound_special(manager, leaving)
    if method is END:
        raise TypeError(f"'{type_name(manager)}' object does not support {protocol} (missed {leaving} method)")
    return method


def with_enter(manager):
    """manager.__enter__()"""
    return special0(manager, "__enter__")


def async_with_enter(manager):
    """manager.__aenter__(), to be awaited."""
    return awaitable(special0(manager, "__aenter__"), "__aenter__")


def awaitable(x, name):
    """What a method of an asynchronous context manager returned, if it can be awaited."""
    if not is_awaitable(x):
        raise TypeError(f"'async with' received an object from {name} that does not implement __await__: {type_name(x)}")
    return x


def async_with_exit(leaving, exception):
    """The same for a bound `__aexit__`, to be awaited."""
    return awaitable(with_exit(leaving, exception), "__aexit__")


def with_exit(leaving, exception):
    """Calls a bound `__exit__` with an exception or None."""
    if exception is None:
        return leaving(None, None, None)
    return leaving(class_of(exception), exception, ld(exception, EXC_TRACEBACK))
