"""What a loop over a range needs besides its instructions."""

MAX = 2147483647


def index(value):
    """An argument of range as an integer."""
    if tag(value) == BOOL:
        return value + 0
    report("TypeError: '")
    report_type(value)
    report("' object cannot be interpreted as an integer")
    fail()


def range_step_zero():
    """Raises for a step of zero."""
    report("ValueError: range() arg 3 must not be zero")
    fail()


def range_length(start, stop, step):
    """The number of integers in a range."""
    if step > 0:
        if start >= stop:
            return 0
        if start < 0 and stop > start + MAX:
            too_large()
        return (stop - start - 1) // step + 1
    if step == 0:
        range_step_zero()
    if start <= stop:
        return 0
    if stop < 0 and start > stop + MAX:
        too_large()
    return (stop - start + 1) // step + 1
