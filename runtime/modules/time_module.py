"""The module time: the cycle counter, at the frequency of the board's clock.

The counter wraps after 2 ** 31 cycles. It is extended whenever it is read, so a program that
does not look for longer than that (21 s at 100 MHz) loses a turn. Those that sleep look."""

# Cycles that a reading of the counter can be waited for at once.
LONGEST_WAIT = 0x40000000

# ticks_us() and ticks_ms() wrap at this number.
TICKS_MASK = 0x3FFFFFFF

last_cycles = 0
turns = 0


def counter():
    """The cycle counter. Its turns are counted."""
    global last_cycles, turns
    now = cycles()
    if now < last_cycles:
        turns += 1
    last_cycles = now
    return now


@generic
def elapsed(per_second):
    """The time since the program began in parts of a second, an integer of any size."""
    now = counter()
    return (turns * 0x80000000 + now) * per_second // CLOCK_HZ


def nanoseconds():
    """The time since the program began."""
    return elapsed(1000000000)


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
    start = counter()
    if duration < 0:
        raise ValueError("sleep length must be non-negative")
    left = int(duration * CLOCK_HZ)
    while left > LONGEST_WAIT:
        start = wait(start, LONGEST_WAIT)
        left -= LONGEST_WAIT
    wait(start, left)


@builtin(module="time")
def sleep_ms(duration, /):
    """Waits for a number of milliseconds."""
    start = counter()
    left = small_index(duration)
    if left > 0:
        pause(start, left // 1000, left % 1000, 0)


@builtin(module="time")
def sleep_us(duration, /):
    """Waits for a number of microseconds."""
    start = counter()
    left = small_index(duration)
    if left > 0:
        pause(start, left // 1000000, left % 1000000 // 1000, left % 1000)


def pause(start, seconds, milliseconds, microseconds):
    """Waits for a time after a reading of the counter. No product exceeds an INT."""
    for second in range(seconds):
        start = wait(start, CLOCK_HZ)
    in_millisecond = CLOCK_HZ // 1000
    rest = CLOCK_HZ % 1000 * milliseconds // 1000
    wait(start, milliseconds * in_millisecond + microseconds * in_millisecond // 1000 + rest)


def wait(start, count):
    """Waits until `count` cycles, at most LONGEST_WAIT, after a reading of the counter: the one then."""
    while (cycles() - start) & 0x7FFFFFFF < count:
        pass
    counter()
    return radd(start, count) & 0x7FFFFFFF


@builtin(module="time")
@generic
def ticks_ms():
    """Milliseconds, modulo 2 ** 30."""
    return elapsed(1000) & TICKS_MASK


@builtin(module="time")
@generic
def ticks_us():
    """Microseconds, modulo 2 ** 30."""
    return elapsed(1000000) & TICKS_MASK


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
