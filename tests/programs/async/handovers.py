"""What a waiter was given, and cannot take since it is cancelled, goes to the next one."""

import asyncio


async def turns(n=1):
    for _ in range(n):
        await asyncio.sleep(0)


async def outcome(task):
    """How a task ends, if it does so in a few turns."""
    await turns(5)
    if not task.done():
        task.cancel()
        await turns(3)
        return "stuck"
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


def start(coroutine):
    return asyncio.create_task(coroutine)


async def lock():
    lock = asyncio.Lock()
    await lock.acquire()
    first, second = start(lock.acquire()), start(lock.acquire())
    await turns(2)
    lock.release()
    # The first one is woken up, and cancelled in the same turn.
    first.cancel()
    print("lock", await outcome(first), await outcome(second), lock.locked())

    lock = asyncio.Lock()
    await lock.acquire()
    first, second, third = start(lock.acquire()), start(lock.acquire()), start(lock.acquire())
    await turns(2)
    lock.release()
    # Twice before the first one had its turn: it is woken up once.
    lock._wake_up_first()
    print("woken twice", await outcome(first), lock.locked(), second.done(), third.done())
    lock.release()
    print(await outcome(second), await outcome(third))


async def condition():
    condition = asyncio.Condition()

    async def waits():
        async with condition:
            try:
                return await condition.wait()
            finally:
                print("has the lock", condition.locked())

    task = start(waits())
    await turns(2)
    async with condition:
        condition.notify()
        await turns(2)
        # It has been notified, and waits for the lock.
        task.cancel()
        await turns(2)
        print("still waiting", not task.done())
    print("condition", await outcome(task))

    tasks = [start(waits()) for _ in range(3)]
    await turns(2)
    tasks[0].cancel()
    async with condition:
        condition.notify(1)
    print([await outcome(task) for task in tasks])


async def semaphore():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    first, second = start(semaphore.acquire()), start(semaphore.acquire())
    await turns(2)
    semaphore.release()
    first.cancel()
    print("semaphore", await outcome(first), await outcome(second), semaphore.locked())

    semaphore = asyncio.Semaphore(0)
    tasks = [start(semaphore.acquire()) for _ in range(4)]
    await turns(2)
    for _ in range(3):
        semaphore.release()
    print([await outcome(task) for task in tasks[:3]], tasks[3].done(), semaphore._value)
    tasks[3].cancel()

    semaphore = asyncio.Semaphore(0)
    tasks = [start(semaphore.acquire()) for _ in range(3)]
    await turns(2)
    semaphore.release()
    tasks[0].cancel()
    semaphore.release()
    print([await outcome(task) for task in tasks], semaphore._value)


async def queue():
    queue = asyncio.Queue()
    first, second = start(queue.get()), start(queue.get())
    await turns(2)
    queue.put_nowait("item")
    first.cancel()
    print("queue", await outcome(first), await outcome(second))

    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    first, second = start(queue.put(1)), start(queue.put(2))
    await turns(2)
    print(queue.get_nowait())
    first.cancel()
    print("put", await outcome(first), await outcome(second), queue.get_nowait())

    # Only one is woken up for one item.
    queue = asyncio.Queue()
    getters = [start(queue.get()) for _ in range(3)]
    await turns(2)
    queue.put_nowait("a")
    print(repr(queue).count("_getters[2]"))
    await turns(2)
    print([task.done() for task in getters])
    for task in getters:
        task.cancel()

    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    joining = start(queue.join())
    for _ in range(3):
        await turns(2)
        print(joining.done(), queue.get_nowait(), end=" ")
        queue.task_done()
    print(await outcome(joining))


async def main():
    await lock()
    await condition()
    await semaphore()
    await queue()


asyncio.run(main())
