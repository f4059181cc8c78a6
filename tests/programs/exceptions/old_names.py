"""IOError and EnvironmentError are other names of OSError."""

print(IOError is OSError, EnvironmentError.__name__)
try:
    raise IOError(2, "gone")
except EnvironmentError as e:
    print(type(e).__name__, e)
