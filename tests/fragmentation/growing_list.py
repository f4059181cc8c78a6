"""A list that grew to 5,000 items while short-lived objects were made between"""

import gc

items = []
for i in range(5000):
    items.append(i)
    pair = i, [i]
gc.collect()
