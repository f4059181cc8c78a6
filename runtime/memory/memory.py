"""Allocation: blocks are cut from runs of free memory.

Free memory is all RAW 0, so that a new object is. The run that small blocks are cut
from is the present one; the others form a list: the first word of each is RAW
with its length, the second RAW with the address of the next. A length is less
than 2 ** 30, so that, read as a header, it says FREE.

Small blocks come from the beginning of the memory, large ones from its end: small
objects that live long would otherwise leave no long runs.

Objects never move. Addresses are INT words here, not references: nothing in this
file allocates, so that no collection comes between."""

# The attribute table (attribute_table.py) is at HEAP_FREE, no object; then come the
# MemoryError that is raised when there is no room for another, and its traceback.
TABLE_WORDS = 512
RESERVE = HEAP_FREE + TABLE_WORDS
RESERVE_WORDS = 12
RESERVE_TRACEBACK = RESERVE + RESERVE_WORDS
HEAP_START = RESERVE_TRACEBACK + 16

# Header: bits 31 and 30 are the state, 29 says that there are no references in the
# object, 26 to 22 are the size class, 17 to 6 the class, 5 to 0 depend on the class.
STATE = -0x40000000
LEAF = 0x20000000
SIZE_SHIFT = 22
SIZE_MASK = 31
CLASS_SHIFT = 6
CLASS_MASK = 4095
AUX_MASK = 63

ADDRESS = 0xFFFF

# Blocks of more words are large.
SMALL_BLOCK = 32

# A remaining run that is shorter is left to the next collection, as are runs that are
# too short for a block of at most this size.
SHORT = 16

free_at = HEAP_START
free_end = HEAP_END
free_list = 0

# The state of live objects, and of new ones: LIVE_EVEN or LIVE_ODD.
epoch = 0x40000000

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
        disturb()
    power = 31 - rclz(words - 1)
    size = rshr(rshl(3, power), 1)
    size_class = (power << 1) - 1
    if words > size:
        size = rshl(2, power)
        size_class += 1
    if rltu(SMALL_BLOCK, size):
        at = allocate_large(size)
    else:
        if free_end - free_at < size:
            make_room(size)
        at = free_at
        free_at = at + size
    st(at, 0, retag(header | size_class << SIZE_SHIFT | epoch, RAW))
    return at


def disturb():
    """What a test wants to happen at an allocation."""
    global allocations_left
    allocations_left -= 1
    if allocations_left == 0:
        if FAIL_ALLOCATION:
            raise_memory_error()
        allocations_left = GC_STRESS
        collect()


def allocate_large(size):
    """The address of a large block, after a collection if it must be."""
    at = cut_last(size)
    if at == 0:
        collect()
        at = cut_last(size)
        if at == 0:
            raise_memory_error()
    return at


def cut_last(size):
    """Cuts a block from the end of the last run that is long enough; 0 if there is none."""
    global free_end, free_list
    last = 0
    before_last = 0
    before = 0
    at = free_list
    while at:
        if not rltu(retag(ld(at, 0), INT), size) and at > last:
            last = at
            before_last = before
        before = at
        at = retag(ld(at, 1), INT)
    if not rltu(free_end - free_at, size) and free_at > last:
        free_end -= size
        return free_end
    if last == 0:
        return 0
    left = retag(ld(last, 0), INT) - size
    if left > 1:
        st(last, 0, retag(left, RAW))
        return last + left
    following = ld(last, 1)
    if before_last:
        st(before_last, 1, following)
    else:
        free_list = retag(following, INT)
    st(last, 0, END)
    st(last, 1, END)
    return last + left


def make_room(size):
    """Makes a run of at least `size` words, few of them, the present one, after a
    collection if it must be, or raises MemoryError."""
    if take_run(size):
        return
    collect()
    if not take_run(size):
        raise_memory_error()


def take_run(size):
    """Takes the first run that is long enough from the list; False if there is none."""
    global free_at, free_end, free_list
    before = 0
    at = free_list
    while at:
        length = retag(ld(at, 0), INT)
        following = ld(at, 1)
        if length >= size:
            if before and size > SHORT:
                st(before, 1, following)
            else:
                free_list = retag(following, INT)
            retire_run(SHORT)
            st(at, 0, END)
            st(at, 1, END)
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
        st(free_at, 0, retag(length, RAW))
        st(free_at, 1, retag(free_list, RAW))
        free_list = free_at
    free_end = free_at


def free_words():
    """The number of words that are known to be free."""
    total = free_end - free_at
    at = free_list
    while at:
        total += retag(ld(at, 0), INT)
        at = retag(ld(at, 1), INT)
    return total


def block_words(header):
    """The size of a block, from the payload of its header."""
    size_class = header >> SIZE_SHIFT & SIZE_MASK
    return (2 + (size_class & 1)) << (size_class >> 1)


def raise_memory_error():
    """Raises MemoryError, a new one if there is room for it."""
    if free_end - free_at < RESERVE_WORDS and not take_run(RESERVE_WORDS):
        st(RESERVE, 0, retag(cid_of(MemoryError) << CLASS_SHIFT | EXC_BASE, RAW))
        st(RESERVE_TRACEBACK, 0, retag(cid_of(traceback) << CLASS_SHIFT | LEAF | 6 << SIZE_SHIFT, RAW))
        st(RESERVE_TRACEBACK, TRACEBACK_COUNT, 0)
        error = retag(RESERVE, OBJECT)
        clear_exception(error, ())
        st(error, EXC_TRACEBACK, retag(RESERVE_TRACEBACK, BOX))
        raise_new(error)
    raise_new(new_exception(MemoryError, ()))
