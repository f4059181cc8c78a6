"""Stacks of context managers and callbacks, for contextlib."""

import sys
from types import MethodType


def _unsupported(cls, kind):
    title = f"'{cls.__module__}.{cls.__qualname__}'"
    return TypeError(f"{title} object does not support the {kind} protocol")


def _chain(new, old, outside):
    """Makes the innermost exception that `new` was raised during be raised during `old`."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outside:
            break
        new = context
    new.__context__ = old


def _raise_again(error):
    """Raises an exception with the context that it has."""
    context = error.__context__
    try:
        raise error
    except BaseException:
        error.__context__ = context
        raise


class _Stack:
    """What the two stacks share. The callbacks are pairs with True for those that are
    not awaited."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return other

    def push(self, exit):
        cls = type(exit)
        if hasattr(cls, "__exit__"):
            self._exit_callbacks.append((True, MethodType(cls.__exit__, exit)))
        else:
            self._exit_callbacks.append((True, exit))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
            raise _unsupported(cls, "context manager")
        result = cls.__enter__(cm)
        self._exit_callbacks.append((True, MethodType(cls.__exit__, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def call(kind, value, traceback):
            callback(*args, **kwds)

        call.__wrapped__ = callback
        self._exit_callbacks.append((True, call))
        return callback


class ExitStack(_Stack):
    """Several context managers and callbacks that end in the opposite order."""

    def __enter__(self):
        return self

    def __exit__(self, *details):
        error = details[1]
        outside = sys.exception()
        pending = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if error is None:
                    callback(None, None, None)
                elif callback(type(error), error, error.__traceback__):
                    error = None
                    pending = False
            except BaseException as new:
                _chain(new, error, outside)
                error = new
                pending = True
        if pending:
            _raise_again(error)
        return details[1] is not None and error is None

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack):
    """The same, also with asynchronous ones."""

    async def enter_async_context(self, cm):
        cls = type(cm)
        if not hasattr(cls, "__aenter__") or not hasattr(cls, "__aexit__"):
            raise _unsupported(cls, "asynchronous context manager")
        result = await cls.__aenter__(cm)
        self._exit_callbacks.append((False, MethodType(cls.__aexit__, cm)))
        return result

    def push_async_exit(self, exit):
        cls = type(exit)
        if hasattr(cls, "__aexit__"):
            self._exit_callbacks.append((False, MethodType(cls.__aexit__, exit)))
        else:
            self._exit_callbacks.append((False, exit))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(kind, value, traceback):
            await callback(*args, **kwds)

        call.__wrapped__ = callback
        self._exit_callbacks.append((False, call))
        return callback

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        error = details[1]
        outside = sys.exception()
        pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                if error is None:
                    result = callback(None, None, None)
                else:
                    result = callback(type(error), error, error.__traceback__)
                if not is_sync:
                    result = await result
                if error is not None and result:
                    error = None
                    pending = False
            except BaseException as new:
                _chain(new, error, outside)
                error = new
                pending = True
        if pending:
            _raise_again(error)
        return details[1] is not None and error is None

    async def aclose(self):
        await self.__aexit__(None, None, None)
