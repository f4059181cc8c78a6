"""Marking does not depend on the depth of structures."""

import gc

head = None
for i in range(4000):
    head = (head, i)
gc.collect()
n = 0
while head:
    n += head[1]
    head = head[0]
print(n)
