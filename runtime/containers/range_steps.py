"""What a `for` statement over range(start, stop, constant) goes over if it does not count
itself, since a bound is no INT. Nothing here divides."""

STEPS_VALUE = 1
STEPS_STOP = 2
STEPS_STEP = 3
STEPS_WORDS = 4


class range_steps:
    """The next integer, the bound and the step."""


def new_steps(start, stop, step):
    """The integers of a range; the step is not zero."""
    start = index_of(start)
    stop = index_of(stop)
    steps = alloc(range_steps, STEPS_WORDS)
    st(steps, STEPS_VALUE, start)
    st(steps, STEPS_STOP, stop)
    st(steps, STEPS_STEP, step)
    return steps


def next_step(steps):
    """The next integer, or END."""
    value = ld(steps, STEPS_VALUE)
    step = ld(steps, STEPS_STEP)
    order = int_compare(value, ld(steps, STEPS_STOP))
    if step < 0:
        order = -order
    if order >= 0:
        return END
    st(steps, STEPS_VALUE, int_add(value, step))
    return value
