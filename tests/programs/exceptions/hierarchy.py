"""The builtin exceptions and their bases."""

for e in (
    ValueError, KeyError, IndexError, ZeroDivisionError, OverflowError, StopIteration,
    FileNotFoundError, UnicodeDecodeError, RecursionError, NotImplementedError,
    ModuleNotFoundError, UnboundLocalError, KeyboardInterrupt, GeneratorExit, SystemExit,
    ExceptionGroup, BrokenPipeError, TimeoutError, DeprecationWarning,
):
    print([c.__name__ for c in e.__mro__])
