"""asyncio: what becomes of tasks, generators and errors that are left when the loop ends."""

import asyncio


async def generator(name):
    try:
        for i in range(5):
            yield f"{name}{i}"
    finally:
        await asyncio.sleep(0)
        print(name, "is closed")


async def left(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        await asyncio.sleep(0)
        raise
    finally:
        print(name, "ends")


kept = []


async def leaves_some():
    for name in "p":
        kept.append(generator(name))
        print(await anext(kept[-1]))
    tasks = [asyncio.create_task(left(name)) for name in "a"]
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), tasks[0] in asyncio.all_tasks())
    return "result"


print(asyncio.run(leaves_some()))
try:
    print(asyncio.get_event_loop())
except RuntimeError as error:
    print(error)


async def fails():
    asyncio.create_task(left("b"))
    await asyncio.sleep(0)
    raise ValueError("main fails")


try:
    asyncio.run(fails())
except ValueError as error:
    print(repr(error))


async def handles():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print("handler:", context["message"].split(" at ")[0], repr(context.get("exception")), sorted(context))

    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_later(0.001, int, "x")
    await asyncio.sleep(0.003)

    async def failing():
        try:
            await asyncio.sleep(10)
        finally:
            raise KeyError("while it is cancelled")

    kept.append(asyncio.create_task(failing()))
    await asyncio.sleep(0)
    print(loop.get_exception_handler() is handler)


asyncio.run(handles())


async def runs():
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    print(runner.run(runs()) is loop, runner.run(runs()) is loop, loop.is_closed())
print(loop.is_closed(), loop.is_running())


async def within():
    for call in (lambda c: asyncio.run(c), lambda c: loop.run_until_complete(c), lambda c: asyncio.Runner().run(c)):
        coro = runs()
        try:
            call(coro)
        except RuntimeError as error:
            print(error)
        coro.close()


asyncio.run(within())
for wrong in (lambda: asyncio.run(runs), lambda: asyncio.run(5), lambda: runner.get_loop()):
    try:
        wrong()
    except (ValueError, RuntimeError) as error:
        print(str(error).split(" at ")[0])


async def bad_yields():
    class Bad:
        def __init__(self, value):
            self.value = value

        def __await__(self):
            yield self.value

    for value in (5, "text", asyncio.get_running_loop().create_future()):
        try:
            await Bad(value)
        except RuntimeError as error:
            print(str(error).split("<Task")[0])
    me = asyncio.current_task()
    try:
        await me
    except RuntimeError as error:
        print(str(error).split("<Task")[0])
    for wrong in (lambda: asyncio.Task(5), lambda: asyncio.ensure_future(5), lambda: me.set_result(1), lambda: asyncio.get_running_loop().call_later(None, print)):
        try:
            wrong()
        except (TypeError, RuntimeError) as error:
            print(error)


asyncio.run(bad_yields())
