"""300 lists of random lengths, 0 to 63, some to 500: replaced 100,000 times at random"""

import gc

state = 12345
live = [None] * 300
for i in range(100_000):
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    size = state >> 8 & 63
    if state >> 20 & 63 == 0:
        size *= 8
    live[(state >> 4) % 300] = [None] * size
gc.collect()
