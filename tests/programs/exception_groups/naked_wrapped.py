"""A naked exception is wrapped in a group, which has no traceback."""

try:
    try:
        raise ValueError("x")
    except* ValueError as g:
        raise
except ExceptionGroup as e:
    print(repr(e), e.__traceback__ is None)
try:
    raise ValueError("x")
except* ValueError as g:
    print(g.__traceback__ is None)
    raise KeyError("k")
