"""Cycles are freed."""

import gc


class C:
    pass


for i in range(5000):
    a = C()
    b = C()
    a.other = b
    b.other = a
    a.list = [a, b]
    f = lambda x: a
    a.f = f
print("done", gc.isenabled())
gc.collect()
gc.disable()
print(gc.isenabled())
