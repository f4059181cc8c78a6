"""A BaseExceptionGroup of plain exceptions is an ExceptionGroup, even where nothing names that class."""
def f(errors):
    raise BaseExceptionGroup("unhandled", errors)
try:
    f([ValueError(1)])
except* ValueError as e:
    print(e.exceptions)
