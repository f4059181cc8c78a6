"""Allocation: blocks are cut from runs of free memory.

Free memory is all RAW 0, so that a new object is. The run that small blocks are cut
from is the present one; the others form a list: the first word of each is RAW
with its length, the second RAW with the address of the next. A length is less
than 2 ** 30, so that, read as a header, it says FREE.

Small blocks come from the beginning of the memory, large ones from its end, and the
last quarter of what is free after a collection is for large ones until the next
collection finds no other room: small objects that live long would otherwise leave no
long runs.

Objects never move. Addresses are INT words here, not references: nothing in this
file allocates, so that no collection comes between."""

# The attribute table (attribute_table.py) is at HEAP_FREE, no object; then come the
# MemoryError that is raised when there is no room for another, and its traceback.
RESERVE = TABLE_END
RESERVE_WORDS = 12
RESERVE_TRACEBACK = RESERVE + RESERVE_WORDS
HEAP_START = RESERVE_TRACEBACK + 16

# Blocks of more words are large.
SMALL_BLOCK = 64

# A remaining run that is shorter is left to the next collection, as are runs that are
# too short for a block of at most this size.
SHORT = 16

# The present run, and the first one in the list; all are 0 before the first allocation.
free_at = 0
free_end = 0
free_list = 0

# The first run in the list that only large blocks are cut from; 0 if there is none.
large_runs = 0

# The state of live objects, and of new ones: LIVE_EVEN or LIVE_ODD.
epoch = HEADER_STATE_LIVE_EVEN << HEADER_STATE_SHIFT

# Tests have the collector run at every GC_STRESS-th allocation, or one of them fail: after
# how many.
STRESS = GC_STRESS | FAIL_ALLOCATION
allocations_left = STRESS


@strict
def allocate(header, words):
    """The address of a new object of at least `words` words, all RAW 0 but the header.

    The block has the smallest size 2 ** n or 3 * 2 ** n that fits: class 2n - 2 or
    2n + 1."""
    global free_at
    if STRESS:
        disturb(header)
    power = 31 - rclz(words - 1)
    size = rshr(rshl(3, power), 1)
    size_class = (power << 1) - 1
    if words > size:
        size = rshl(2, power)
        size_class += 1
    if rltu(SMALL_BLOCK, size):
        at = allocate_large(size, header)
    else:
        if free_end - free_at < size:
            make_room(size, header)
        at = free_at
        free_at = at + size
    st(at, HEADER, retag(header | size_class << HEADER_SIZE_SHIFT | epoch, RAW))
    return at


def disturb(header):
    """What a test wants to happen at an allocation."""
    global allocations_left
    allocations_left -= 1
    if allocations_left == 0:
        if FAIL_ALLOCATION:
            raise_memory_error()
        allocations_left = GC_STRESS
        collect(header)


def allocate_large(size, header):
    """The address of a large block, after a collection if it must be."""
    at = cut_last(size)
    if at == 0:
        collect(header)
        at = cut_last(size)
        if at == 0:
            raise_memory_error()
    return at


def cut_last(size):
    """Cuts a block from the end of the last run that is long enough; 0 if there is none."""
    global free_end, free_list, large_runs
    last = 0
    before_last = 0
    before = 0
    at = free_list
    while at:
        if not rltu(retag(ld(at, RUN_LENGTH), INT), size) and at > last:
            last = at
            before_last = before
        before = at
        at = retag(ld(at, RUN_NEXT), INT)
    if not rltu(free_end - free_at, size) and free_at > last:
        free_end -= size
        return free_end
    if last == 0:
        return 0
    left = retag(ld(last, RUN_LENGTH), INT) - size
    if left > 1:
        st(last, RUN_LENGTH, retag(left, RAW))
        return last + left
    following = ld(last, RUN_NEXT)
    if last == large_runs:
        large_runs = retag(following, INT)
    if before_last:
        st(before_last, RUN_NEXT, following)
    else:
        free_list = retag(following, INT)
    st(last, RUN_LENGTH, END)
    st(last, RUN_NEXT, END)
    return last + left


def make_room(size, header):
    """Makes a run of at least `size` words the present one, or raises MemoryError."""
    if not find_run(size, header):
        raise_memory_error()


def find_run(size, header):
    """Makes a run of at least `size` words, few of them, the present one, after a
    collection if it must be; False if there is none."""
    global large_runs
    if take_run(size):
        return True
    collect(header)
    if take_run(size):
        return True
    large_runs = 0
    return take_run(size)


def take_run(size):
    """Takes the first run that is long enough and not for large blocks from the list;
    False if there is none."""
    global free_at, free_end, free_list
    before = 0
    at = free_list
    while at != large_runs:
        length = retag(ld(at, RUN_LENGTH), INT)
        following = ld(at, RUN_NEXT)
        if length >= size:
            if before and size > SHORT:
                st(before, RUN_NEXT, following)
            else:
                free_list = retag(following, INT)
            retire_run(SHORT)
            st(at, RUN_LENGTH, END)
            st(at, RUN_NEXT, END)
            free_at = at
            free_end = at + length
            return True
        before = at
        at = retag(following, INT)
    return False


def retire_run(shortest):
    """Puts what is left of the present run into the list, if it is long enough."""
    global free_list, free_end
    length = free_end - free_at
    if length >= shortest:
        st(free_at, RUN_LENGTH, retag(length, RAW))
        st(free_at, RUN_NEXT, retag(free_list, RAW))
        free_list = free_at
    free_end = free_at


def start_heap():
    """Lists the memory before the first allocation."""
    global free_at, free_end
    free_at = HEAP_END
    free_end = HEAP_END
    list_run(0, HEAP_START, HEAP_END)
    divide_runs(HEAP_END - HEAP_START)


def list_run(last, run, end):
    """Adds a run behind the last one of the list."""
    global free_list
    st(run, RUN_LENGTH, retag(end - run, RAW))
    if last:
        st(last, RUN_NEXT, retag(run, RAW))
    else:
        free_list = run
    return run


def divide_runs(words):
    """Leaves the last quarter of so many words, those of all runs, to large blocks."""
    global large_runs
    words -= words >> 2
    at = free_list
    while at:
        length = retag(ld(at, RUN_LENGTH), INT)
        following = ld(at, RUN_NEXT)
        if length > words + 1:
            large_runs = at
            if words > 1:
                large_runs = list_run(at, at + words, at + length)
                st(large_runs, RUN_NEXT, following)
                st(at, RUN_LENGTH, retag(words, RAW))
            return
        words -= length
        at = retag(following, INT)
    large_runs = 0


def free_words():
    """The number of words that are known to be free."""
    if not free_end:
        start_heap()
    total = free_end - free_at
    at = free_list
    while at:
        total += retag(ld(at, RUN_LENGTH), INT)
        at = retag(ld(at, RUN_NEXT), INT)
    return total


def block_words(header):
    """The size of a block, from the payload of its header."""
    size_class = header >> HEADER_SIZE_SHIFT & HEADER_SIZE_MASK
    return (2 + (size_class & 1)) << (size_class >> 1)


def raise_memory_error():
    """Raises MemoryError, a new one if there is room for it."""
    if free_end - free_at < RESERVE_WORDS and not take_run(RESERVE_WORDS):
        st(RESERVE, HEADER, retag(cid_of(MemoryError) << HEADER_CLASS_SHIFT | EXC_WORDS, RAW))
        st(RESERVE_TRACEBACK, HEADER, retag(cid_of(traceback) << HEADER_CLASS_SHIFT | HEADER_LEAF | 6 << HEADER_SIZE_SHIFT, RAW))
        st(RESERVE_TRACEBACK, TRACEBACK_COUNT, 0)
        error = retag(RESERVE, OBJECT)
        clear_exception(error, ())
        st(error, EXC_TRACEBACK, retag(RESERVE_TRACEBACK, BOX))
        raise_new(error)
    raise_new(new_exception(MemoryError, ()))
