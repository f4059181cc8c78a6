"""asyncio: the order in which tasks take turns, and the ways to wait for several."""

import asyncio


async def order():
    log = []
    loop = asyncio.get_running_loop()

    async def turns(name, n):
        for i in range(n):
            log.append(f"{name}{i}")
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(turns(name, n)) for name, n in (("a", 3), ("b", 1), ("c", 2))]
    loop.call_soon(log.append, "soon")
    loop.call_later(0, log.append, "later 0")
    loop.call_later(-1, log.append, "later -1")
    handle = loop.call_soon(log.append, "never")
    handle.cancel()
    print(handle.cancelled(), handle)
    await asyncio.sleep(0)
    log.append("main")
    await tasks[0]
    print(log)
    log.clear()
    future = loop.create_future()
    for name in "xyz":
        future.add_done_callback(lambda f, name=name: log.append((name, f.result())))
    future.add_done_callback(print)
    print(future.remove_done_callback(print), future.remove_done_callback(print))
    future.set_result(7)
    log.append("set")
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: log.append("at once"))
    log.append("added")
    await asyncio.sleep(0)
    print(log)


async def value(x, seconds=0.0):
    await asyncio.sleep(seconds)
    if isinstance(x, BaseException):
        raise x
    return x


def outcome(task):
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


async def several():
    for return_when in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        late = 0.002 if return_when == asyncio.ALL_COMPLETED else 1
        first = 0.002 if return_when == asyncio.FIRST_EXCEPTION else late
        tasks = [asyncio.create_task(value(x, s)) for x, s in ((1, 0.001), (KeyError("k"), first), (3, late))]
        done, pending = await asyncio.wait(tasks, return_when=return_when)
        print(return_when, [outcome(t) for t in tasks if t in done], len(pending))
        for task in pending:
            task.cancel()
        await asyncio.wait(tasks)
        print([outcome(t) for t in tasks])
    tasks = [asyncio.create_task(value(1, 0.001)), asyncio.create_task(value(2, 1))]
    done, pending = await asyncio.wait(tasks, timeout=0.01)
    print(tasks[0] in done, tasks[1] in pending)
    tasks[1].cancel()
    results = []
    for each in asyncio.as_completed([value(1, 0.024), value(2, 0.002), value(3, 0.012)]):
        results.append(await each)
    print(results)
    try:
        for each in asyncio.as_completed([value(1, 0.001), value(2, 1)], timeout=0.01):
            print(await each)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error))
    twice = value("same")
    print(await asyncio.gather(twice, value(2), twice), await asyncio.gather())
    try:
        await asyncio.gather(value(ValueError("v"), 0.001), value(ZeroDivisionError(), 0.002))
    except ValueError as error:
        print(repr(error), error.__context__)
    print(await asyncio.gather(value(ValueError("v")), value(1), return_exceptions=True))
    coro = value(1)
    for wrong in (lambda: asyncio.wait([]), lambda: asyncio.wait(coro), lambda: asyncio.wait([coro]), lambda: asyncio.wait([coro], return_when=3), lambda: asyncio.wait(5)):
        waiting = wrong()
        try:
            print(await waiting)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    coro.close()


async def in_time():
    print(await asyncio.wait_for(value("in time"), None), await asyncio.wait_for(value("also"), 1))
    for seconds in (0, -1, 0.001):
        try:
            await asyncio.wait_for(value("late", 1), seconds)
        except asyncio.TimeoutError as error:
            print(seconds, repr(error), repr(error.__cause__), repr(error.__context__))

    async def goes_on():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return "after all"

    async def fails():
        try:
            await asyncio.sleep(1)
        finally:
            raise KeyError("in the end")

    print(await asyncio.wait_for(goes_on(), 0.001))
    try:
        await asyncio.wait_for(fails(), 0.001)
    except KeyError as error:
        print(repr(error), repr(error.__context__))
    done = asyncio.get_running_loop().create_future()
    done.set_result("there")
    print(await asyncio.wait_for(done, 0))


async def blocks_in_time():
    try:
        async with asyncio.timeout(0.001) as block:
            print(block.expired(), block.when() is not None)
            await asyncio.sleep(1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), block.expired(), block)
    async with asyncio.timeout(None) as block:
        print(block, block.when())
        block.reschedule(asyncio.get_running_loop().time() + 10)
        await asyncio.sleep(0)
    print(block, block.expired())
    try:
        async with asyncio.timeout(0.001):
            async with asyncio.timeout(1) as inner:
                await asyncio.sleep(2)
    except TimeoutError:
        print("outer", inner.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1) as outer:
            async with asyncio.timeout(0.001) as inner:
                await asyncio.sleep(2)
    except TimeoutError:
        print("inner", inner.expired(), outer.expired())
    try:
        async with asyncio.timeout_at(0):
            raise ValueError("own error")
    except ValueError as error:
        print(repr(error))
    for wrong in (lambda: block.reschedule(None), lambda: asyncio.Timeout(1).reschedule(1), lambda: block.__aenter__()):
        try:
            await wrong()
        except RuntimeError as error:
            print(error)


async def groups():
    async def child(name, seconds, error=None):
        try:
            await asyncio.sleep(seconds)
            if error is not None:
                raise error
            return name
        except asyncio.CancelledError:
            cancelled.append(str(name))
            raise

    cancelled = []
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(name, s), name=name) for name, s in (("a", 0.002), ("b", 0))]
        print(group)
    print([task.result() for task in tasks], tasks[0].get_name(), group)
    for inside in (None, TypeError("body"), KeyError("body")):
        try:
            async with asyncio.TaskGroup() as group:
                for i in range(3):
                    group.create_task(child(i, 1))
                group.create_task(child("failing", 0.001, ValueError("child")))
                if isinstance(inside, KeyError):
                    await asyncio.sleep(0)
                if inside is not None:
                    raise inside
                await asyncio.sleep(1)
        except ExceptionGroup as error:
            print(sorted(cancelled), repr(error), asyncio.current_task().cancelling())
    task = asyncio.current_task()
    asyncio.get_running_loop().call_soon(task.cancel)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("in cancelled", 1))
            await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print("cancelled from outside", cancelled[-1], task.cancelling(), task.uncancel())
    try:
        coro = child("never", 1)
        group.create_task(coro)
    except RuntimeError as error:
        print(error)
        coro.close()


async def main():
    for part in (order, several, in_time, blocks_in_time, groups):
        print("---", part.__name__)
        await part()


asyncio.run(main())
