"""4,000 small lists, of which every second is freed"""

import gc

lists = [[i, i] for i in range(4000)]
lists[::2] = [None] * 2000
gc.collect()
