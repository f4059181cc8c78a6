"""What is a coroutine."""

from types import CoroutineType, GeneratorType

def iscoroutinefunction(func):
    """True for a function that was defined with `async def`."""
    code = getattr(func, "__code__", None)
    return code is not None and code.co_flags & 128 != 0


def iscoroutine(obj):
    """True for coroutines, and for what has their methods."""
    if isinstance(obj, (CoroutineType, GeneratorType)):
        return True
    cls = type(obj)
    return hasattr(cls, "__await__") and hasattr(cls, "send") and hasattr(cls, "throw") and hasattr(cls, "close")
