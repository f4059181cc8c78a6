"""An event loop with coroutines: timers, queues, tasks, cancellation, gathering."""


class CancelledError(BaseException):
    pass


class Future:
    def __init__(self):
        self.done, self.value, self.error, self.waiting = False, None, None, []

    def set(self, value=None, error=None):
        if not self.done:
            self.done, self.value, self.error = True, value, error
            for task in self.waiting:
                loop.ready.append((task, None))

    def __await__(self):
        while not self.done:
            yield self
        if self.error is not None:
            raise self.error
        return self.value


class Task(Future):
    def __init__(self, coroutine, name):
        super().__init__()
        self.coroutine, self.name = coroutine, name

    def step(self, error=None):
        try:
            future = self.coroutine.send(None) if error is None else self.coroutine.throw(error)
        except StopIteration as stop:
            self.set(stop.value)
        except CancelledError as error:
            self.set(error=error)
        except Exception as error:
            print(f"[{loop.now}] {self.name} failed: {error!r}")
            self.set(error=error)
        else:
            future.waiting.append(self)

    def cancel(self):
        loop.ready.append((self, CancelledError(self.name)))


class Loop:
    def __init__(self):
        self.now, self.ready, self.timers, self.counter = 0, [], [], 0

    def spawn(self, coroutine, name):
        task = Task(coroutine, name)
        self.ready.append((task, None))
        return task

    def later(self, delay):
        future = Future()
        self.counter += 1
        self.timers.append((self.now + delay, self.counter, future))
        self.timers.sort(key=lambda t: t[:2])
        return future

    def run(self):
        while self.ready or self.timers:
            while self.ready:
                task, error = self.ready.pop(0)
                if not task.done:
                    task.step(error)
            if self.timers:
                self.now, _, future = self.timers.pop(0)
                future.set()


class Queue:
    def __init__(self, size):
        self.items, self.size, self.changed = [], size, Future()

    def wake(self):
        changed, self.changed = self.changed, Future()
        changed.set()

    async def put(self, item):
        while len(self.items) >= self.size:
            await self.changed
        self.items.append(item)
        self.wake()

    async def get(self):
        while not self.items:
            await self.changed
        item = self.items.pop(0)
        self.wake()
        return item

    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, kind, error, trace):
        print("closed", kind and kind.__name__, self.items)
        return False

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is None:
            raise StopAsyncIteration
        return item


async def sleep(delay):
    await loop.later(delay)


async def producer(queue, count):
    for i in range(count):
        await sleep(2)
        await queue.put(i * i)
        print(f"[{loop.now}] put {i * i}")
    await queue.put(None)
    return "produced"


async def consumer(queue):
    total = 0
    async for item in queue:
        print(f"[{loop.now}] got {item}")
        await sleep(5)
        total += item
    return total


async def ticker(period):
    ticks = 0
    try:
        while True:
            await sleep(period)
            ticks += 1
    except CancelledError:
        print(f"[{loop.now}] ticker cancelled after {ticks}")
        raise
    finally:
        print("ticker done")


async def faulty():
    await sleep(7)
    return {}["missing"]


async def countdown(n):
    while n:
        yield n
        await sleep(1)
        n -= 1


async def gather(*tasks):
    results = []
    for task in tasks:
        try:
            results.append(await task)
        except KeyError as error:
            results.append(error)
    return results


async def main():
    tick = loop.spawn(ticker(4), "ticker")
    async with Queue(2) as queue:
        tasks = [loop.spawn(producer(queue, 4), "producer"), loop.spawn(consumer(queue), "consumer"), loop.spawn(faulty(), "faulty")]
        print(await gather(*tasks))
    print([n async for n in countdown(3)], loop.now)
    tick.cancel()
    try:
        await tick
    except CancelledError as error:
        print("main saw", repr(error))
    return "end"


loop = Loop()
task = loop.spawn(main(), "main")
loop.run()
print(task.value, loop.now)
