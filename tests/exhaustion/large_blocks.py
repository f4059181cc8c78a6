"""Large blocks use up the run that is kept for them, whatever its length, sometimes to the last
word; then small blocks get all others."""

import gc

# Words of a large block, and the bytes that it holds.
BLOCK = 96
BYTES = 330


def fill():
    """How many small objects there is room for."""
    chain = None
    count = 0
    try:
        while True:
            chain = (chain,)
            count += 1
    except MemoryError:
        chain = None
        return count


# Little is left free.
ballast = []
size = gc.mem_free()
while gc.mem_free() > 12_000:
    try:
        ballast.append(bytes(size))
    except MemoryError:
        size = size * 3 // 4
fill()

counts = []
blocks = [None] * 100
extra = None
# Each makes the run a word shorter, or leaves it as it is.
for i in range(BLOCK * 4 // 3):
    extra = (extra,)
    gc.collect()
    for k in range(gc.mem_free() // 4 // 4 // BLOCK):
        blocks[k] = bytes(BYTES)
    counts.append(fill())
    for k in range(len(blocks)):
        blocks[k] = None
assert min(counts) > 300, counts
print("done")
