"""Clocks do not go backwards."""

import time

a = time.perf_counter_ns()
b = time.monotonic()
for i in range(100):
    pass
print(time.perf_counter_ns() > a, time.monotonic() >= b, type(a).__name__, type(b).__name__)
time.sleep(0.0001)
print(time.perf_counter_ns() - a >= 100000)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
