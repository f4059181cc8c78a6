"""An event simulation: heap of events, coroutines as processes, random numbers, statistics."""
import heapq
import random
from collections import deque
from contextlib import suppress
from math import sqrt


class Simulation:
    def __init__(self, seed):
        self.now = 0.0
        self.queue = []
        self.count = 0
        self.random = random.Random(seed)

    def schedule(self, delay, callback, *args):
        self.count += 1
        heapq.heappush(self.queue, (self.now + delay, self.count, callback, args))

    def start(self, process, *args):
        self.schedule(0, self._resume, process(self, *args), None)

    def _resume(self, process, value):
        with suppress(StopIteration):
            command, *rest = process.send(value)
            getattr(self, "do_" + command)(process, *rest)

    def do_wait(self, process, delay):
        self.schedule(delay, self._resume, process, None)

    def do_take(self, process, resource):
        if resource.free:
            resource.free -= 1
            self.schedule(0, self._resume, process, self.now)
        else:
            resource.waiting.append((process, self.now))

    def do_give(self, process, resource):
        if resource.waiting:
            other, since = resource.waiting.popleft()
            self.schedule(0, self._resume, other, since)
        else:
            resource.free += 1
        self.schedule(0, self._resume, process, None)

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, callback, args = heapq.heappop(self.queue)
            callback(*args)


class Resource:
    def __init__(self, count):
        self.free = count
        self.waiting = deque()


class Statistics:
    def __init__(self):
        self.n = 0
        self.mean = self.m2 = 0.0
        self.least, self.most = float("inf"), float("-inf")

    def __lshift__(self, x):
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)
        self.least, self.most = min(self.least, x), max(self.most, x)
        return self

    @property
    def deviation(self):
        return sqrt(self.m2 / (self.n - 1)) if self.n > 1 else 0.0

    def __str__(self):
        return f"n={self.n} mean={self.mean:.4f} sd={self.deviation:.4f} range=[{self.least:.3g}, {self.most:.3g}]"


def customer(sim, name, counter, waits, verbose):
    arrived = sim.now
    since = yield "take", counter
    waited = sim.now - arrived
    waits << waited
    if verbose:
        print(f"{sim.now:7.2f} {name} served after {waited:.2f}")
    yield "wait", sim.random.randint(2, 6) + sim.random.random()
    yield "give", counter


def arrivals(sim, counter, waits, n):
    for i in range(n):
        sim.start(customer, f"c{i:02}", counter, waits, i < 6)
        yield "wait", sim.random.uniform(0, 4)


for clerks in (1, 2, 3):
    sim, counter, waits = Simulation(7), Resource(clerks), Statistics()
    sim.start(arrivals, counter, waits, 30)
    sim.run(until=1000)
    print(f"{clerks} clerk{'s'[:clerks > 1]}: {waits} end={sim.now:.3f} events={sim.count} free={counter.free}")
