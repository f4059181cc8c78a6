"""The module time: the cycle counter.

The counter wraps after 2 ** 31 cycles. It is extended whenever it is read, so a program that
does not look for longer than that (21 s at 100 MHz) loses a turn."""

# Nanoseconds per cycle, and cycles per microsecond and millisecond.
CYCLE = 10
MICROSECOND = 100
MILLISECOND = 100000

# ticks_us() and ticks_ms() wrap at this number.
TICKS_MASK = 0x3FFFFFFF

last_cycles = 0
turns = 0


@generic
def nanoseconds():
    """The time since the program began, an integer of any size."""
    global last_cycles, turns
    now = cycles()
    if now < last_cycles:
        turns += 1
    last_cycles = now
    return (turns * 0x80000000 + now) * CYCLE


@builtin(module="time")
def perf_counter_ns():
    """Nanoseconds since the program began."""
    return nanoseconds()


@builtin(module="time")
def monotonic_ns():
    """Nanoseconds since the program began."""
    return nanoseconds()


@builtin(module="time")
def process_time_ns():
    """Nanoseconds since the program began."""
    return nanoseconds()


@builtin(module="time")
def time_ns():
    """Nanoseconds since the program began: there is no clock that knows the date."""
    return nanoseconds()


@generic
def seconds():
    """The time since the program began in seconds, a float."""
    return nanoseconds() / 1000000000


@builtin(module="time")
def perf_counter():
    """Seconds since the program began."""
    return seconds()


@builtin(module="time")
def monotonic():
    """Seconds since the program began."""
    return seconds()


@builtin(module="time")
def process_time():
    """Seconds since the program began."""
    return seconds()


@builtin(module="time", name="time")
def time_time():
    """Seconds since the program began."""
    return seconds()


@builtin(module="time")
@generic
def sleep(duration, /):
    """Waits for a number of seconds."""
    if duration < 0:
        raise ValueError("sleep length must be non-negative")
    end = nanoseconds() + int(duration * 1000000000)
    while nanoseconds() < end:
        pass


@builtin(module="time")
def sleep_ms(duration, /):
    """Waits for a number of milliseconds."""
    for i in range(index_of(duration)):
        wait_cycles(MILLISECOND)


@builtin(module="time")
def sleep_us(duration, /):
    """Waits for a number of microseconds."""
    for i in range(index_of(duration)):
        wait_cycles(MICROSECOND)


def wait_cycles(count):
    """Waits for a number of cycles, less than half a turn of the counter."""
    start = cycles()
    while (cycles() - start) & 0x7FFFFFFF < count:
        pass


@builtin(module="time")
@generic
def ticks_ms():
    """Milliseconds, modulo 2 ** 30."""
    return nanoseconds() // 1000000 & TICKS_MASK


@builtin(module="time")
@generic
def ticks_us():
    """Microseconds, modulo 2 ** 30."""
    return nanoseconds() // 1000 & TICKS_MASK


@builtin(module="time")
def ticks_cpu():
    """Clock cycles, modulo 2 ** 30."""
    return cycles() & TICKS_MASK


@builtin(module="time")
def ticks_diff(end, start, /):
    """The difference of two ticks, between -2 ** 29 and 2 ** 29."""
    return ((end - start + 0x20000000) & TICKS_MASK) - 0x20000000


@builtin(module="time")
def ticks_add(ticks, difference, /):
    """Ticks later or earlier."""
    return (ticks + difference) & TICKS_MASK
