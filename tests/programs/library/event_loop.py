"""asyncio: tasks, gather, sleep, queues, events, locks, cancellation, timeouts, groups."""
import asyncio


async def worker(name, n, log):
    for i in range(n):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)
    return name * n


async def fails(after):
    await asyncio.sleep(after)
    raise ValueError(f"after {after}")


async def first():
    log = []
    results = await asyncio.gather(worker("a", 3, log), worker("b", 2, log), worker("c", 1, log))
    print(results, log)
    t1, t2 = asyncio.create_task(worker("x", 2, log)), asyncio.create_task(worker("y", 2, log), name="named")
    print(t1.done(), t2.get_name(), await t2, await t1, t1.done(), t1.result(), log[6:])
    print(await asyncio.gather(fails(0), asyncio.sleep(0, "ok"), return_exceptions=True))
    try:
        await asyncio.gather(fails(0.001), asyncio.sleep(0.002))
    except ValueError as error:
        print("gather:", error)


async def timing():
    order = []

    async def at(delay, name):
        await asyncio.sleep(delay)
        order.append(name)

    await asyncio.gather(at(0.03, "late"), at(0.001, "early"), at(0.015, "middle"))
    print(order)
    try:
        await asyncio.wait_for(asyncio.sleep(5), timeout=0.002)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error))
    print(await asyncio.wait_for(asyncio.sleep(0.001, "in time"), 1))


async def cancelling():
    async def endless(log):
        try:
            while True:
                await asyncio.sleep(0.001)
        except asyncio.CancelledError:
            log.append("cancelled")
            raise
        finally:
            log.append("cleanup")

    log = []
    task = asyncio.create_task(endless(log))
    await asyncio.sleep(0.002)
    print(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("awaited", log, task.cancelled(), task.cancel())


async def queues():
    queue = asyncio.Queue(maxsize=2)
    log = []

    async def producer():
        for i in range(5):
            await queue.put(i)
            log.append(f"put {i}")
        await queue.put(None)

    async def consumer():
        while (item := await queue.get()) is not None:
            log.append(f"got {item}")
            queue.task_done()
        queue.task_done()

    await asyncio.gather(producer(), consumer())
    await queue.join()
    print(log, queue.empty(), queue.qsize())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    ordered = asyncio.PriorityQueue()
    for x in (3, 1, 2):
        ordered.put_nowait(x)
    print([await ordered.get() for _ in range(3)])


async def synchronised():
    lock, event, gate, log = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), []

    async def critical(name):
        async with lock:
            log.append(name + "+")
            await asyncio.sleep(0)
            log.append(name + "-")

    async def limited(name):
        async with gate:
            log.append(name)
            await asyncio.sleep(0.001)

    async def waiter():
        await event.wait()
        log.append("event")

    w = asyncio.create_task(waiter())
    await asyncio.gather(critical("a"), critical("b"), critical("c"))
    event.set()
    await w
    await asyncio.gather(*(limited(n) for n in "pqrs"))
    print(log, lock.locked(), event.is_set())


async def groups():
    async with asyncio.TaskGroup() as group:
        t = group.create_task(asyncio.sleep(0, 1))
        u = group.create_task(asyncio.sleep(0.001, 2))
    print(t.result(), u.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(0))
            slow = group.create_task(asyncio.sleep(5))
            await asyncio.sleep(3)
    except* ValueError as error:
        print(error.exceptions, slow.cancelled())


async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_soon(future.set_result, 42)
    print(await future, future.done())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(repr(error))
    return "end"


for main in (first, timing, cancelling, queues, synchronised, groups, futures):
    print(main.__name__, asyncio.run(main()))
try:
    asyncio.run(3)
except ValueError as error:
    print(error)
try:
    asyncio.run(fails(0))
except ValueError as error:
    print("run:", error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
