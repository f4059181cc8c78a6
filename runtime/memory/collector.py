"""The collector: stops the program, marks what can be reached, sweeps the rest.

A word's tag says whether it is a reference, so no layout has to be known. Roots
are the words of the frame store (the static slots are at its bottom) up to a line
above the collector's own frames, and the image's mutable objects. Objects of the
image are no blocks and are never freed.

The marking stack is the unused part of the frame store. An object that it has no
room for becomes GREY, and the heap is searched for such objects afterwards: memory
that grows with the heap's depth is not needed.

An object's class is reached by the id in its header. The table of classes and a class's
list of subclasses keep no class of the program alive: they name it by its id, which a
later class gets when no object carries it any more.

Invariant: after a collection every word of the frame store above that line is RAW 0.
A frame's slots are not cleared when it is entered, so a stale slot holds a word that
the last collection marked, or one that was written since. It never refers to memory
that was freed."""

# Room for the frames of the functions that mark, above that of `collect`.
MARKING_FRAMES = 100

# A frame has at most 511 words and its first is never RAW 0: where so many words are
# clear, none was used since the last collection.
CLEAR_WORDS = 1024

mark_base = 0
mark_top = 0
mark_limit = 0
marks_lost = False
collections = 0

# Fields HEADER_CLASS: that of the first class of the program, that of the class that was
# reached last.
own_classes = 0
reached_class = 0


@strict
def collect(header):
    """Frees everything that the program cannot reach. The class of the object that is
    being made, if one is, stays: `header` is that object's, else 0."""
    global epoch, mark_base, mark_top, mark_limit, collections, own_classes
    if not free_end:
        start_heap()
        return
    collections += 1
    clear_attribute_table()
    retire_run(2)
    epoch ^= HEADER_STATE
    mark_base = frame_top() + MARKING_FRAMES
    mark_top = mark_base
    mark_limit = FRAME_END
    if exists(own_class):
        own_classes = CLASS_COUNT << HEADER_CLASS_SHIFT
        reach_class(header)
    for at in range(mark_base):
        word = ldf(at, 0)
        if tag(word) >= FLOAT:
            reach(word)
            if mark_top > mark_base:
                drain()
    scan(HEAP_MUTABLE, HEAP_FREE)
    scan(RESERVE, HEAP_START)
    drain()
    while marks_lost:
        find_grey()
    clear_frames(mark_base)
    if exists(own_class):
        free_classes()
    sweep()


def reach(word):
    """Marks what a reference refers to, and puts it on the stack."""
    global mark_top, marks_lost
    at = retag(word, INT) & REFERENCE_ADDRESS
    if at >= HEAP_START:
        header = retag(ld(at, HEADER), INT)
        if header & HEADER_STATE != epoch:
            if header & HEADER_LEAF:
                st(at, HEADER, retag(header ^ HEADER_STATE, RAW))
            elif mark_top < mark_limit:
                st(at, HEADER, retag(header & ~HEADER_STATE | epoch, RAW))
                stf(mark_top, 0, at)
                mark_top += 1
            else:
                st(at, HEADER, retag(header | HEADER_STATE, RAW))
                marks_lost = True


def scan(at, end):
    """Marks what the words in a part of the heap refer to."""
    for at in range(at, end):
        word = ld(at, WORD)
        if tag(word) >= FLOAT:
            reach(word)


def drain():
    """Scans the objects on the stack."""
    global mark_top
    while mark_top > mark_base:
        mark_top -= 1
        at = ldf(mark_top, 0)
        header = retag(ld(at, HEADER), INT)
        if exists(own_class):
            cls = header & HEADER_CLASS
            if cls >= own_classes and cls != reached_class:
                reach_class(header)
        scan(at + 1, at + block_words(header))


def reach_class(header):
    """Marks the class of an object with this header."""
    global reached_class
    reached_class = header & HEADER_CLASS
    reach(class_named(reached_class >> HEADER_CLASS_SHIFT))


def find_grey():
    """Scans the objects that the stack had no room for."""
    global marks_lost
    marks_lost = False
    at = HEAP_START
    while at < HEAP_END:
        header = retag(ld(at, HEADER), INT)
        state = header & HEADER_STATE
        if state:
            size = block_words(header)
            if state == HEADER_STATE:
                st(at, HEADER, retag(header & ~HEADER_STATE | epoch, RAW))
                if exists(own_class):
                    reach_class(header)
                scan(at + 1, at + size)
                drain()
            at += size
        elif header:
            at += header
        else:
            at += 1


def free_classes():
    """Takes the classes that were not reached from the table and from the lists of
    subclasses. Their ids form a list, whose next id an entry then holds."""
    global free_class
    last = free_class
    table = class_table
    for id in range(CLASS_COUNT, class_count):
        cls = ld(table, STORAGE_ITEMS + id)
        if tag(cls) == CLASS and retag(ld(cls, HEADER), INT) & HEADER_STATE != epoch:
            st(table, STORAGE_ITEMS + id, free_class)
            free_class = id
    if free_class != last:
        for id in range(class_count):
            cls = class_named(id)
            if tag(cls) == CLASS and ld(cls, CLASS_SUBCLASSES) is not None:
                forget_dead(ld(cls, CLASS_SUBCLASSES))


def forget_dead(subclasses):
    """Takes ids without a class from a list of subclasses."""
    storage = ld(subclasses, LIST_STORAGE)
    kept = 0
    for i in range(ld(subclasses, LIST_LENGTH)):
        id = ld(storage, STORAGE_ITEMS + i)
        if tag(class_named(id)) == CLASS:
            st(storage, STORAGE_ITEMS + kept, id)
            kept += 1
    st(subclasses, LIST_LENGTH, kept)


def clear_frames(at):
    """Clears the unused part of the frame store."""
    clear = 0
    while at < FRAME_END and clear < CLEAR_WORDS:
        if ldf(at, 0) is END:
            clear += 1
        else:
            clear = 0
            stf(at, 0, END)
        at += 1


def sweep():
    """Clears the blocks that were not reached, and lists the runs of free memory."""
    global free_list, free_at, free_end
    free_list = 0
    free_at = HEAP_END
    free_end = HEAP_END
    words = 0
    last = 0
    run = HEAP_START
    at = HEAP_START
    while at < HEAP_END:
        header = retag(ld(at, HEADER), INT)
        state = header & HEADER_STATE
        if state == epoch:
            if at - run > 1:
                words += at - run
                last = list_run(last, run, at)
            at += block_words(header)
            run = at
        elif state:
            end = at + block_words(header)
            for at in range(at, end):
                st(at, WORD, END)
            at = end
        elif header:
            st(at, RUN_LENGTH, END)
            st(at, RUN_NEXT, END)
            at += header
        else:
            at += 1
    if at - run > 1:
        words += at - run
        list_run(last, run, at)
    divide_runs(words)
