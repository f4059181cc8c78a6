"""The classes of generators and coroutines."""


# The last exception that throw() made of its arguments, and those: an iterator that is no
# generator gets them as they are.
thrown_error = None
thrown_arguments = None


def thrown(kind, value, entries):
    """The exception that throw(type, value, traceback) raises; END: no argument."""
    global thrown_error, thrown_arguments
    if entries is not END:
        arguments = (kind, value, entries)
    elif value is not END:
        arguments = (kind, value)
    else:
        arguments = (kind,)
    thrown_error = thrown_exception(kind, given_or_none(value), given_or_none(entries))
    thrown_arguments = arguments
    return thrown_error


def given_or_none(value):
    """An argument, None if there was none."""
    if value is END:
        return None
    return value


def thrown_exception(kind, value, entries):
    """The exception that a class or an instance, its value and its traceback make."""
    if entries is not None and not is_a(entries, traceback):
        raise TypeError("throw() third argument must be a traceback object")
    if tag(kind) == CLASS and is_exception_class(kind):
        if value is None:
            error = kind()
        elif is_instance(value, kind):
            error = value
        elif tag(value) == TUPLE:
            error = apply(kind, value)
        else:
            error = kind(value)
        if not is_exception(error):
            raise TypeError(f"calling {repr_text(kind)} should have returned an instance of BaseException, not {type_name(error)}")
    elif is_exception(kind):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        error = kind
    else:
        raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {type_name(kind)}")
    if entries is not None:
        set_traceback(error, entries)
    return error


def throw_value(g, error):
    """g.throw(error): raises StopIteration at the end."""
    result = throw_into(g, error)
    if result is END:
        raise_stop(generator_result)
    return result


def generator_name(g):
    """The name of a generator's function."""
    return function_name(ld(g, GENERATOR_FUNCTION))


@mixin
class resumable:
    """What resumes generators and coroutines."""

    def send(self, value, /):
        return send(self, value)

    def throw(self, kind, value=END, entries=END, /):
        return throw_value(self, thrown(kind, value, entries))

    def close(self):
        generator_close(self)


@mixin
class named_by_function:
    """Names of generators and coroutines."""

    @property
    def __name__(self):
        return generator_name(self)

    @property
    def __qualname__(self):
        return function_qualname(ld(self, GENERATOR_FUNCTION))


class generator:
    """An iterator that a generator function returns."""

    def __iter__(self):
        return self

    def __next__(self):
        return send(self, None)

    include(resumable)

    def __repr__(self):
        return f"<generator object {function_qualname(ld(self, GENERATOR_FUNCTION))} at {address_text(self)}>"

    include(named_by_function)

    @property
    def gi_running(self):
        return ld(self, GENERATOR_STATE) == RUNNING

    @property
    def gi_suspended(self):
        return ld(self, GENERATOR_STATE) == SUSPENDED

    @property
    def gi_code(self):
        return ld(ld(self, GENERATOR_FUNCTION), FUNC_CODE)

    @property
    def gi_yieldfrom(self):
        return ld(self, GENERATOR_DELEGATE)

    @property
    def gi_frame(self):
        if ld(self, GENERATOR_STATE) == FINISHED:
            return None
        return self


class coroutine:
    """What a call of an async function returns."""

    def __await__(self):
        wrapper = alloc(coroutine_wrapper, WRAPPER_WORDS)
        st(wrapper, WRAPPER_NEXT, wrapper_next)
        st(wrapper, WRAPPER_COROUTINE, self)
        return wrapper

    include(resumable)

    def __repr__(self):
        return f"<coroutine object {function_qualname(ld(self, GENERATOR_FUNCTION))} at {address_text(self)}>"

    include(named_by_function)

    @property
    def cr_running(self):
        return ld(self, GENERATOR_STATE) == RUNNING

    @property
    def cr_suspended(self):
        return ld(self, GENERATOR_STATE) == SUSPENDED

    @property
    def cr_await(self):
        return ld(self, GENERATOR_DELEGATE)

    @property
    def cr_code(self):
        return ld(ld(self, GENERATOR_FUNCTION), FUNC_CODE)

    @property
    def cr_frame(self):
        if ld(self, GENERATOR_STATE) == FINISHED:
            return None
        return self


WRAPPER_NEXT = 1
WRAPPER_COROUTINE = 2
WRAPPER_WORDS = 3


class coroutine_wrapper:
    """The iterator that awaiting a coroutine by hand gives."""

    def __iter__(self):
        return self

    def __next__(self):
        return send(ld(self, WRAPPER_COROUTINE), None)

    def send(self, value, /):
        return send(ld(self, WRAPPER_COROUTINE), value)

    def throw(self, kind, value=END, entries=END, /):
        return throw_value(ld(self, WRAPPER_COROUTINE), thrown(kind, value, entries))

    def close(self):
        generator_close(ld(self, WRAPPER_COROUTINE))


def wrapper_next(wrapper):
    """The next value: what `iternext` calls."""
    return resume(ld(wrapper, WRAPPER_COROUTINE), None)
