"""asyncio: locks, events, conditions, semaphores, barriers and queues, and how they are shown."""

import asyncio


async def others():
    """Lets the other tasks run until all of them wait."""
    for _ in range(30):
        await asyncio.sleep(0)


def shown(x):
    text = repr(x)
    return text[: text.index(" at ")] + text[text.index(" ", text.index(" at ") + 4) :].rstrip(">")


async def held(lock, name, log, turns=1):
    async with lock:
        log.append(name)
        for _ in range(turns):
            await asyncio.sleep(0)


async def locks():
    for lock in (asyncio.Lock(), asyncio.Semaphore(2), asyncio.BoundedSemaphore(1), asyncio.Condition()):
        log = []
        print(shown(lock), lock.locked())
        tasks = [asyncio.create_task(held(lock, i, log, 2)) for i in range(5)]
        await asyncio.sleep(0)
        print(shown(lock), lock.locked(), log)
        tasks[2].cancel()
        tasks[3].cancel()
        await asyncio.wait(tasks)
        print(shown(lock), log, [task.cancelled() for task in tasks])
        try:
            lock.release()
            print("released once more")
        except (RuntimeError, ValueError) as error:
            print(error)
    for wrong in (lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), lambda: asyncio.Lock(loop=1)):
        try:
            wrong()
        except (TypeError, ValueError) as error:
            print(error)
    try:
        await asyncio.Lock()
    except TypeError as error:
        print(error)


async def events():
    event = asyncio.Event()
    log = []

    async def waits(name):
        log.append((name, await event.wait()))

    tasks = [asyncio.create_task(waits(name)) for name in "abc"]
    await asyncio.sleep(0)
    print(shown(event), event.is_set())
    tasks[1].cancel()
    event.set()
    event.clear()
    await asyncio.wait(tasks)
    print(shown(event), log, await asyncio.wait_for(asyncio.sleep(0, "x"), 1))


async def conditions():
    condition = asyncio.Condition()
    log = []
    ready = False

    async def waits(name):
        async with condition:
            log.append(f"{name} waits")
            log.append((name, await condition.wait()))

    async def waits_for():
        async with condition:
            log.append(("ready", await condition.wait_for(lambda: ready)))

    tasks = [asyncio.create_task(waits(name)) for name in "abcd"] + [asyncio.create_task(waits_for())]
    for _ in range(3):
        await asyncio.sleep(0)
    async with condition:
        print(shown(condition))
        condition.notify(2)
    await others()
    print(log)
    tasks[2].cancel()
    await others()
    ready = True
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    print(log[6:], [task.cancelled() for task in tasks])
    for wrong in (condition.wait, condition.notify, condition.notify_all):
        try:
            await wrong()
        except RuntimeError as error:
            print(error)


async def barriers():
    barrier = asyncio.Barrier(3)
    log = []

    async def waits(name):
        try:
            async with barrier as place:
                log.append((name, place))
        except asyncio.BrokenBarrierError as error:
            log.append((name, str(error)))

    tasks = [asyncio.create_task(waits(i)) for i in range(7)]
    await others()
    print(log, shown(barrier), barrier.n_waiting, barrier.parties, barrier.broken)
    await barrier.abort()
    await asyncio.wait(tasks)
    print(log[6:], shown(barrier), barrier.broken)
    await barrier.reset()
    print(shown(barrier))


async def queues():
    log = []

    async def consumer(name, queue):
        while True:
            item = await queue.get()
            log.append((name, item))
            await asyncio.sleep(0)
            queue.task_done()

    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(2)
        tasks = [asyncio.create_task(consumer(name, queue)) for name in "ab"]
        for item in (3, 1, 2, 5, 4):
            await queue.put(item)
        print(str(queue), queue.full(), queue.maxsize, queue.qsize())
        await queue.join()
        print(log, str(queue), queue.empty())
        log.clear()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    for wrong in (lambda: queue.put_nowait(2), lambda: (queue.get_nowait(), queue.get_nowait()), lambda: (queue.task_done(), queue.task_done())):
        try:
            wrong()
        except Exception as error:
            print(type(error), error)
    putters = [asyncio.create_task(queue.put(i)) for i in range(4)]
    await asyncio.sleep(0)
    print(str(queue))
    putters[1].cancel()
    print(await queue.get(), await queue.get(), await queue.get(), str(queue))
    getters = [asyncio.create_task(queue.get()) for i in range(3)]
    await asyncio.sleep(0)
    print(str(queue))
    getters[0].cancel()
    queue.put_nowait("x")
    await asyncio.sleep(0)
    print([getter.done() for getter in getters], getters[1].result())
    getters[2].cancel()


async def main():
    for part in (locks, events, conditions, barriers, queues):
        print("---", part.__name__)
        await part()


asyncio.run(main())
