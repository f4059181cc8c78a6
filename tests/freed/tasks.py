"""Ten thousand tasks, futures, queues, events and locks, and as many tasks that are cancelled."""

import asyncio

COUNT = 10_000


async def tasks():
    async def child(i):
        await asyncio.sleep(0)
        return i

    total = 0
    for i in range(COUNT // 2):
        first = asyncio.create_task(child(i))
        second = asyncio.ensure_future(child(1))
        total += sum(await asyncio.gather(first, second))
    print("tasks", total)
    for i in range(COUNT):
        future = asyncio.get_running_loop().create_future()
        future.set_result([future])
        await future
    print("futures", i)
    for i in range(COUNT):
        q = asyncio.Queue()
        await q.put(q)
        e = asyncio.Event()
        e.set()
        await e.wait()
        async with asyncio.Lock():
            pass
    print("queues", i)
    for i in range(COUNT):
        t = asyncio.create_task(child(i))
        await asyncio.sleep(0)
        t.cancel()
        try:
            await t
        except asyncio.CancelledError:
            pass
    print("cancelled", i)


asyncio.run(tasks())
