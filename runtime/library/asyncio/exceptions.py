"""The exceptions that tasks and futures raise."""


class CancelledError(BaseException):
    """A task or future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """A future has no result, or has one already."""


class BrokenBarrierError(RuntimeError):
    """A barrier was broken by its abort()."""
