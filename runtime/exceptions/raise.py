"""Raising exceptions: the search for a handler, and what a handler needs.

The linker's table of protected ranges says where an exception goes on that is raised
at an instruction. Nothing is done for a `try` until an exception is raised."""

# The exception that is on its way to a handler.
in_flight = None

# The exception that an `except` block of the present function or of a caller handles.
handled = None

# Return links that are not part of the traceback: that of a function that was entered
# but did not begin, which has no handlers either, and that of one that raises again.
refused_link = 0
unrecorded_link = 0


def throw(exception):
    """Goes on with the innermost handler; the functions above it end."""
    global in_flight, refused_link, unrecorded_link
    in_flight = exception
    n = depth()
    while n:
        if n != refused_link:
            # That of the instruction that is executing, or the one after it.
            pc = link(n, LINK_PC)
            if link(n, LINK_KIND) < LINK_KIND_BRANCH:
                pc -= 1
            if pc < RUNTIME_CODE and n != unrecorded_link:
                record(exception, pc)
            handler = handler_at(pc)
            if handler:
                refused_link = 0
                unrecorded_link = 0
                set_link(LINK_PC, handler)
                set_link(LINK_FP, link(n, LINK_FP))
                set_link(LINK_DST, 0)
                set_link(LINK_TOP, link(n, LINK_TOP))
                set_link(LINK_KIND, LINK_KIND_DISCARD)
                unwind(n - 1)
                leave(None)
        n -= 1
    refused_link = 0
    unrecorded_link = 0
    restart()
    end_uncaught(in_flight)


def restart():
    """Goes on in the caller, whose frame is now the only one: all others end, and what it
    had in its slots is lost."""
    n = depth()
    set_link(LINK_PC, link(n, LINK_PC))
    set_link(LINK_FP, STATICS_END)
    set_link(LINK_DST, 0)
    set_link(LINK_TOP, STATICS_END + link(n, LINK_TOP) - link(n, LINK_FP))
    set_link(LINK_KIND, LINK_KIND_DISCARD)
    unwind(0)
    leave(None)


def handler_at(pc):
    """The address of the handler of an instruction, 0 if there is none."""
    low = 0
    high = ld(EXCEPTION_TABLE, EXCEPTION_TABLE_LENGTH)
    while low < high:
        middle = (low + high) >> 1
        range_of = ld(EXCEPTION_TABLE, EXCEPTION_TABLE_ENTRIES + (middle << 1))
        if pc < rshr(range_of, EXCEPTION_RANGE_START_SHIFT):
            high = middle
        elif pc >= range_of & EXCEPTION_RANGE_END:
            low = middle + 1
        else:
            return ld(EXCEPTION_TABLE, EXCEPTION_TABLE_ENTRIES + EXCEPTION_ENTRY_HANDLER + (middle << 1))
    return 0


def raise_exc(exception):
    """raise exception"""
    raise_new(exception_of(exception, "exceptions must derive from BaseException"))


def raise_new(exception):
    """The same for what is known to be an exception."""
    set_context(exception)
    throw(exception)


def raise_from(exception, cause):
    """raise exception from cause"""
    exception = exception_of(exception, "exceptions must derive from BaseException")
    if cause is not None:
        cause = exception_of(cause, "exception causes must derive from BaseException")
    st(exception, EXC_CAUSE, cause)
    st(exception, EXC_SUPPRESS, True)
    set_context(exception)
    throw(exception)


def raise_message(cls, message):
    """raise cls(message)"""
    raise_new(new_exception(cls, (message,)))


def raise_key_error(key):
    """raise KeyError(key)"""
    exception_arguments
    raise KeyError(key)


def exception_of(x, message):
    """The exception that a `raise` statement's operand stands for."""
    if tag(x) == CLASS and is_exception_class(x):
        exception = x()
        if not is_exception(exception):
            raise TypeError(f"calling {repr_text(x)} should have returned an instance of BaseException, not {repr_text(class_of(exception))}")
        return exception
    if not is_exception(x):
        raise TypeError(message)
    return x


def set_context(exception):
    """Records that an exception was raised while another one was being handled."""
    context = topmost_handled()
    if context is None or context is exception:
        return
    # One without a traceback was never raised, so it is not in the chain.
    changed = defined("__context__") or defined("__traceback__") or defined("with_traceback")
    if changed or ld(exception, EXC_TRACEBACK) is not None:
        leave_chain(exception, context)
    st(exception, EXC_CONTEXT, context)


def leave_chain(exception, context):
    """Takes an exception out of the chain of contexts that begins with another one."""
    link_of_chain = context
    steps = 0
    slow = context
    while True:
        above = ld(link_of_chain, EXC_CONTEXT)
        if above is None:
            break
        if above is exception:
            st(link_of_chain, EXC_CONTEXT, None)
            break
        link_of_chain = above
        if link_of_chain is slow:
            break
        steps += 1
        if steps & 1 == 0:
            slow = ld(slow, EXC_CONTEXT)


def topmost_handled():
    """The handled exception, of the generator or of those that resumed it."""
    exception = handled
    resumed = running
    while exception is None and resumed is not None:
        exception = ld(resumed, GENERATOR_CALLER_HANDLED)
        resumed = ld(resumed, GENERATOR_CALLER)
    return exception


def reraise(exception):
    """Raises an exception again: the function that does is in its traceback already."""
    global unrecorded_link
    unrecorded_link = depth()
    throw(exception)


def reraise_handled():
    """raise without an operand."""
    global unrecorded_link
    exception = topmost_handled()
    if exception is None:
        raise_message(RuntimeError, "No active exception to reraise")
    unrecorded_link = depth()
    throw(exception)


def caught():
    """The exception that is delivered to a handler."""
    global in_flight
    exception = in_flight
    in_flight = None
    return exception


def begin_handling(exception):
    """Makes an exception the handled one; returns the one that was."""
    global handled
    previous = handled
    handled = exception
    return previous


def end_handling(previous):
    """Ends what `begin_handling` began."""
    global handled
    handled = previous


def match_exc(exception, classes):
    """True if `except classes` takes an exception."""
    if tag(classes) == CLASS:
        check_catchable(classes)
        return is_instance(exception, classes)
    if tag(payload_of(classes)) != TUPLE:
        raise_not_catchable()
    classes = payload_of(classes)
    for i in range(ld(classes, TUPLE_LENGTH)):
        check_catchable(ld(classes, TUPLE_ITEMS + i))
    for i in range(ld(classes, TUPLE_LENGTH)):
        if is_instance(exception, ld(classes, TUPLE_ITEMS + i)):
            return True
    return False


def check_catchable(cls):
    """Raises TypeError for what `except` cannot catch."""
    if tag(cls) != CLASS or not is_exception_class(cls):
        raise_not_catchable()


def raise_not_catchable():
    """Raises TypeError."""
    raise TypeError("catching classes that do not inherit from BaseException is not allowed")


@trap("mov", "lds")
def unbound_variable(ignored, word):
    """A variable without a value: the word has the kind of variable in bits 31 and 30,
    the address of its name in bits 15 to 0."""
    payload = retag(word, INT)
    name = retag(payload & UNBOUND_NAME, STR)
    kind = rshr(payload, UNBOUND_KIND_SHIFT)
    if kind == UNBOUND_KIND_GLOBAL:
        name_error(name, None)
    if kind == UNBOUND_KIND_FREE:
        error = new_exception(NameError, (f"cannot access free variable '{name}' where it is not associated with a value in enclosing scope",))
        st(error, EXC_VALUE, name)
        raise_new(error)
    raise_message(UnboundLocalError, f"cannot access local variable '{name}' where it is not associated with a value")


def name_error(name, similar):
    """A name that the program binds nowhere, and what its traceback suggests, or None."""
    error = new_exception(NameError, (f"name '{name}' is not defined",))
    st(error, EXC_VALUE, name)
    st(error, EXC_OTHER, similar)
    raise_new(error)


def assertion_failed():
    """assert without a message."""
    raise_new(new_exception(AssertionError, ()))


def assertion_error(message):
    """assert with a message."""
    exception_arguments
    raise_new(new_exception(AssertionError, (message,)))
