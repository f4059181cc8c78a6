"""Calls that an event loop is to make, and which loop there is."""

from asyncio import format_helpers


class Handle:
    """A call that is to be made."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_context")

    def __init__(self, callback, args, loop, context=None):
        self._context = context
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False

    def _repr_info(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(format_helpers._format_callback_source(self._callback, self._args))
        return info

    def __repr__(self):
        return f"<{' '.join(self._repr_info())}>"

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            if self._context is None:
                self._callback(*self._args)
            else:
                self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            source = format_helpers._format_callback_source(self._callback, self._args)
            self._loop.call_exception_handler(
                {"message": f"Exception in callback {source}", "exception": error, "handle": self}
            )


class TimerHandle(Handle):
    """A call that is to be made at a time; of equal times, the first that was asked for is the first."""

    __slots__ = ("_when", "_order")

    def __init__(self, when, callback, args, loop, context=None, order=0):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._order = order

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __lt__(self, other):
        if self._when == other._when:
            return self._order < other._order
        return self._when < other._when

    def when(self):
        return self._when


_running_loop = None
# The loop that was set, and whether one was; what a program asks instead, if it set that.
_loop = None
_was_set = False
_policy = None


def _get_running_loop():
    return _running_loop


def _set_running_loop(loop):
    global _running_loop
    _running_loop = loop


def get_running_loop():
    """The loop that runs this code."""
    if _running_loop is None:
        raise RuntimeError("no running event loop")
    return _running_loop


def get_event_loop():
    """The loop that runs this code, or the one that was set; the first time it makes one."""
    if _running_loop is not None:
        return _running_loop
    if _policy is not None:
        return _policy.get_event_loop()
    if _loop is None and not _was_set:
        set_event_loop(new_event_loop())
    if _loop is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return _loop


def set_event_loop(loop):
    """Sets what get_event_loop() returns where no loop runs."""
    global _loop, _was_set
    if _policy is not None:
        _policy.set_event_loop(loop)
    else:
        _loop = loop
        _was_set = True


def new_event_loop():
    """A loop that runs nothing yet."""
    if _policy is not None:
        return _policy.new_event_loop()
    from asyncio.base_events import BaseEventLoop

    return BaseEventLoop()


class AbstractEventLoopPolicy:
    """Says which loop there is where none runs."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


def get_event_loop_policy():
    """What the program has set to say which loop there is."""
    return _policy


def set_event_loop_policy(policy):
    """Sets it; None: the usual loops, and none was set."""
    global _policy, _loop, _was_set
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'"
        )
    _policy = policy
    _loop = None
    _was_set = False
