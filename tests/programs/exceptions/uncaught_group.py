"""An uncaught exception group."""


def fail(e):
    raise e


def collect():
    found = []
    for e in (ValueError("v"), KeyError("k")):
        try:
            fail(e)
        except Exception as x:
            found.append(x)
    found[0].add_note("a note\nof two lines")
    return found


try:
    raise ExceptionGroup("inner", [IndexError()])
except ExceptionGroup as e:
    inner = e
raise ExceptionGroup("outer", collect() + [inner])
