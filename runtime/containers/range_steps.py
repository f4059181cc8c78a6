"""What a `for` statement over range(start, stop, step) goes over if it does not count
itself, since a bound or the step is no INT. Nothing here divides."""

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


def new_steps_by(start, stop, step):
    """The same with any step."""
    start = index_of(start)
    stop = index_of(stop)
    step = index_of(step)
    if step is 0:
        range_step_zero()
    return new_steps(start, stop, step)


def next_step(steps):
    """The next integer, or END."""
    value = ld(steps, STEPS_VALUE)
    step = ld(steps, STEPS_STEP)
    order = int_compare(value, ld(steps, STEPS_STOP))
    if int_compare(step, 0) < 0:
        order = -order
    if order >= 0:
        return END
    st(steps, STEPS_VALUE, int_add(value, step))
    return value
