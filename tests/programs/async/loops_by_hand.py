"""Event loops that a program makes, and asyncio.timeout()."""

import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name


async def slow():
    try:
        async with asyncio.timeout(0.001) as limit:
            await asyncio.sleep(0.02)
    except TimeoutError:
        print("timeout", limit.expired())
    async with asyncio.timeout(None):
        return await work("fast")


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(work("a")))
task = loop.create_task(work("b"))
print(loop.run_until_complete(asyncio.gather(task, loop.create_task(work("c")))))
print(loop.run_until_complete(slow()))
loop.call_soon(print, "called")
loop.call_later(0, loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed(), asyncio.iscoroutinefunction(work), asyncio.iscoroutinefunction(print))
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)
