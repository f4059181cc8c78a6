"""Small blocks get all of the memory, also what is kept for large ones."""

import gc


def fill():
    """A chain of tuples of one item as long as memory has room for."""
    chain = None
    try:
        while True:
            chain = (chain,)
    except MemoryError:
        return chain


def largest():
    """The length of the longest list that there is room for."""
    low, high = 0, 70000
    while high - low > 1:
        middle = (low + high) // 2
        try:
            [None] * middle
            low = middle
        except MemoryError:
            high = middle
    return low


# What is looked up for the first time makes tables.
fill()
gc.collect()
free = gc.mem_free()
before = largest()
chain = fill()
gc.collect()
left = gc.mem_free()
assert left < 400, left
while chain:
    chain = chain[0]
gc.collect()
assert gc.mem_free() > free - 400, (free, gc.mem_free())
assert before <= largest(), (before, largest())

# Half of memory is small objects that live, between them what is free. A quarter of that is one
# run, of which a list has at least two thirds.
chain = None
for i in range(free // 4 // 2 // 3):
    chain = (chain,)
    other = [i]
gc.collect()
longest = largest()
assert longest * 4 * 6 > gc.mem_free(), (longest, gc.mem_free())

# Blocks that are not large, but longer than what is free elsewhere, are cut from it, too.
blocks = [None] * 1000
count = 0
try:
    while True:
        blocks[count] = [None] * 46
        count += 1
except MemoryError:
    pass
assert count * 48 > longest // 2, (count, longest)
print("done")
