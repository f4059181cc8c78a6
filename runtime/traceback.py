"""Tracebacks: the code addresses that an exception passed on its way to a handler.

They are text only for the host, which has the debug information."""

TRACEBACK_COUNT = 1
TRACEBACK_ENTRIES = 2
FIRST_ENTRIES = 4
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


def record(exception, pc):
    """Adds an address to an exception's traceback, if there is room for it."""
    entries = ld(exception, EXC_TRACEBACK)
    if entries is None:
        if not has_room(TRACEBACK_ENTRIES + FIRST_ENTRIES):
            return
        entries = alloc(traceback, TRACEBACK_ENTRIES + FIRST_ENTRIES)
        st(entries, TRACEBACK_COUNT, 0)
        st(exception, EXC_TRACEBACK, entries)
    count = ld(entries, TRACEBACK_COUNT)
    if count:
        last = ld(entries, TRACEBACK_ENTRIES + count - 1)
        if last & ADDRESS == pc and last < MOST_REPEATS:
            st(entries, TRACEBACK_ENTRIES + count - 1, last + REPEAT)
            return
    if TRACEBACK_ENTRIES + count >= block_words(retag(ld(entries, 0), INT)):
        entries = longer_traceback(exception, entries, count)
        if entries is None:
            return
    st(entries, TRACEBACK_ENTRIES + count, pc)
    st(entries, TRACEBACK_COUNT, count + 1)


def longer_traceback(exception, entries, count):
    """A copy with room for more addresses; None if there is none."""
    if not has_room(TRACEBACK_ENTRIES + count * 2):
        return None
    longer = alloc(traceback, TRACEBACK_ENTRIES + count * 2)
    st(longer, TRACEBACK_COUNT, count)
    for i in range(count):
        st(longer, TRACEBACK_ENTRIES + i, ld(entries, TRACEBACK_ENTRIES + i))
    st(exception, EXC_TRACEBACK, longer)
    return longer


def has_room(words):
    """True if an allocation of this size will not fail."""
    if has_run(words * 2):
        return True
    collect()
    return has_run(words * 2)


def has_run(words):
    """True if there is a free run of this length; it is the present one for a small
    block."""
    if free_end - free_at >= words:
        return True
    if words <= SMALL_BLOCK:
        return take_run(words)
    at = free_list
    while at:
        if retag(ld(at, 0), INT) >= words:
            return True
        at = retag(ld(at, 1), INT)
    return False
