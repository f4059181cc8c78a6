"""Tracebacks: the code addresses that an exception passed on its way to a handler.

They are text only for the host, which has the debug information."""

TRACEBACK_COUNT = 1
TRACEBACK_ENTRIES = 2
TRACEBACK_WORDS = 2
FIRST_ENTRIES = 4
TRACEBACK_PC = 0xFFFF
REPEAT = 0x10000
MOST_REPEATS = 0x7FFF0000


@builtin(leaf=True, hidden=True)
class traceback:
    """An entry is a code address in bits 15 to 0, below the number of repetitions."""

    @property
    def tb_lineno(self):
        refuse_detail()

    @property
    def tb_next(self):
        refuse_detail()

    @property
    def tb_frame(self):
        refuse_detail()


def refuse_detail():
    """Raises for what only the host knows."""
    raise NotImplementedError("the machine knows the code addresses of a traceback, not its lines and frames")


# The last exception for whose traceback there was no room; no more is recorded.
untraced = None


def record(exception, pc):
    """Adds an address to an exception's traceback, if there is room for it."""
    if exception is untraced:
        return
    entries = ld(exception, EXC_TRACEBACK)
    if entries is None:
        if not has_room(exception, TRACEBACK_ENTRIES + FIRST_ENTRIES):
            return
        entries = alloc(traceback, TRACEBACK_ENTRIES + FIRST_ENTRIES)
        st(entries, TRACEBACK_COUNT, 0)
        st(exception, EXC_TRACEBACK, entries)
    count = ld(entries, TRACEBACK_COUNT)
    if count:
        last = ld(entries, TRACEBACK_ENTRIES + count - 1)
        if last & TRACEBACK_PC == pc and last < MOST_REPEATS:
            st(entries, TRACEBACK_ENTRIES + count - 1, last + REPEAT)
            return
    if TRACEBACK_ENTRIES + count >= block_words(retag(ld(entries, HEADER), INT)):
        if not has_room(exception, TRACEBACK_ENTRIES + count * 2):
            return
        longer = alloc(traceback, TRACEBACK_ENTRIES + count * 2)
        for i in range(count):
            st(longer, TRACEBACK_ENTRIES + i, ld(entries, TRACEBACK_ENTRIES + i))
        st(exception, EXC_TRACEBACK, longer)
        entries = longer
    st(entries, TRACEBACK_ENTRIES + count, pc)
    st(entries, TRACEBACK_COUNT, count + 1)


def has_room(exception, words):
    """True if an allocation of this size will not fail. There is one collection for an
    exception at most."""
    global untraced, allocations_left
    if FAIL_ALLOCATION and allocations_left == 1:
        allocations_left = 0
        return False
    if free_end - free_at >= words * 2 or find_run(words * 2, 0):
        return True
    untraced = exception
    return False


def unrecord(exception):
    """Takes back what was recorded last."""
    entries = ld(exception, EXC_TRACEBACK)
    if entries is None or ld(entries, TRACEBACK_COUNT) == 0:
        return
    at = TRACEBACK_ENTRIES + ld(entries, TRACEBACK_COUNT) - 1
    last = ld(entries, at)
    if last >= REPEAT:
        st(entries, at, last - REPEAT)
    else:
        st(entries, TRACEBACK_COUNT, ld(entries, TRACEBACK_COUNT) - 1)
