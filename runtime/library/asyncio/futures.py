"""Results that will be there later."""

from types import GenericAlias

from asyncio import events, exceptions, format_helpers


class Future:
    """A result, or an exception, that will be there later."""

    __module__ = "_asyncio"

    _state = "PENDING"
    _result = _exception = _exception_tb = None
    _cancel_message = None
    # The CancelledError that ended a task: the next one that is raised for it.
    _cancelled_exc = None
    # True while `await` hands it to its task; None in a class that is no future after all.
    _asyncio_future_blocking = False
    # True while nobody has asked for the exception.
    _unretrieved = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        return f"<{self.__class__.__name__} {' '.join(format_helpers._future_repr_info(self))}>"

    @property
    def _log_traceback(self):
        return self._unretrieved

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self._retrieved()

    def _retrieved(self):
        if self._unretrieved:
            self._unretrieved = False
            if self in self._loop._failed:
                self._loop._failed.remove(self)

    def _report_unretrieved(self):
        self._unretrieved = False
        self._loop.call_exception_handler(
            {
                "message": f"{self.__class__.__name__} exception was never retrieved",
                "exception": self._exception,
                "future": self,
            }
        )

    def get_loop(self):
        return self._loop

    def _make_cancelled_error(self):
        error = self._cancelled_exc
        if error is not None:
            self._cancelled_exc = None
            return error
        if self._cancel_message is None:
            return exceptions.CancelledError()
        return exceptions.CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        self._retrieved()
        if self._state != "PENDING":
            return False
        self._cancel_message = msg
        self._finish("CANCELLED")
        return True

    def _finish(self, state):
        self._state = state
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for callback, context in callbacks:
                self._loop.call_soon(callback, self, context=context)

    def cancelled(self):
        return self._state == "CANCELLED"

    def done(self):
        return self._state != "PENDING"

    def _check_done(self, message):
        if self._state == "CANCELLED":
            raise self._make_cancelled_error()
        if self._state != "FINISHED":
            raise exceptions.InvalidStateError(message)
        self._retrieved()

    def result(self):
        self._check_done("Result is not ready.")
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result

    def exception(self):
        self._check_done("Exception is not set.")
        return self._exception

    def add_done_callback(self, callback, *, context=None):
        if self._state != "PENDING":
            self._loop.call_soon(callback, self, context=context)
        else:
            self._callbacks.append((callback, context))

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        if before:
            self._callbacks = [each for each in self._callbacks if each[0] != callback]
        return before - len(self._callbacks)

    def set_result(self, result):
        if self._state != "PENDING":
            raise exceptions.InvalidStateError("invalid state")
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        if self._state != "PENDING":
            raise exceptions.InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._finish("FINISHED")
        self._unretrieved = True
        self._loop._has_failed(self)

    def __await__(self):
        if self._state == "PENDING":
            self._asyncio_future_blocking = True
            yield self
        if self._state == "PENDING":
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def isfuture(obj):
    """True for futures and tasks, and for what says that it is like them."""
    return getattr(type(obj), "_asyncio_future_blocking", None) is not None and obj._asyncio_future_blocking is not None


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)
