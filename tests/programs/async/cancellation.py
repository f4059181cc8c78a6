"""asyncio: who learns of a cancellation, when, with which message, and who may refuse."""

import asyncio


async def slow(name, seconds=5, again=0):
    try:
        await asyncio.sleep(seconds)
        return name
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        for _ in range(again):
            await asyncio.sleep(0)
        print(name, "is done with it")
        raise


async def outer(name, inner):
    try:
        return await inner
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    finally:
        print(name, "finally")


async def show(title, task):
    try:
        print(title, "result", await task)
    except BaseException as error:
        print(title, type(error).__name__, error.args, repr(error.__context__), repr(error.__cause__))
    print(title, task.done(), task.cancelled(), task.cancelling())


async def through_wait_for():
    task = asyncio.create_task(outer("wait_for", asyncio.wait_for(slow("inner", again=3), 3)))
    await asyncio.sleep(0.001)
    print(task.cancel("please"), task.cancelling())
    await show("through wait_for", task)


async def through_gather():
    for return_exceptions in (False, True):
        children = [asyncio.create_task(slow(name, again=n)) for n, name in enumerate("ab")]
        together = asyncio.gather(*children, return_exceptions=return_exceptions)
        task = asyncio.create_task(outer("gather", together))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel("all")
        await show("through gather", task)
        print([child.cancelled() for child in children], together.cancelled())
    children = [asyncio.create_task(slow("x")), asyncio.create_task(slow("y", 0.001))]
    together = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0)
    children[0].cancel("only x")
    print(await together)
    together = asyncio.gather(asyncio.create_task(slow("z", 0)), asyncio.sleep(0, "w"))
    print(together.cancel(), together.done(), together)
    try:
        await together
    except asyncio.CancelledError as error:
        print(error.args, together.cancelled(), together.done())


async def through_shield():
    inner = asyncio.create_task(slow("shielded", 0.002))
    task = asyncio.create_task(outer("shield", asyncio.shield(inner)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await show("through shield", task)
    print(await inner)
    inner = asyncio.create_task(slow("inner", 1))
    shielded = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("inner only")
    await show("inner", shielded_task := asyncio.ensure_future(outer("shield", shielded)))
    print(shielded.cancelled(), shielded_task.cancelled())


async def refused():
    async def stubborn():
        for _ in range(2):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as error:
                print("refused", error.args)
        return "stubborn"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    for message in ("first", "second"):
        task.cancel(message)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await show("refused", task)
    print(task.uncancel(), task.uncancel(), task.uncancel(), task.cancel())


async def before_it_begins():
    async def never():
        print("never printed")

    task = asyncio.create_task(never())
    print(task.cancel("early"), task.cancel("later"), task.cancelling())
    await show("before it begins", task)

    async def itself():
        asyncio.current_task().cancel("myself")
        print("goes on until it waits")
        await asyncio.sleep(0)
        print("never printed")

    await show("itself", asyncio.create_task(itself()))

    async def at_the_end():
        asyncio.current_task().cancel("at the end")
        return 1

    await show("at the end", asyncio.create_task(at_the_end()))


async def to_the_future():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(outer(name, future)) for name in "pq"]
    await asyncio.sleep(0)
    tasks[0].cancel("through p")
    for task in tasks:
        await show("future", task)
    print(future.cancelled(), future.cancel())
    try:
        future.result()
    except asyncio.CancelledError as error:
        print("result", error.args)
    for call in (future.exception, lambda: future.set_result(1), lambda: future.set_exception(ValueError)):
        try:
            call()
        except BaseException as error:
            print(type(error).__name__, error)


async def main():
    for part in (through_wait_for, through_gather, through_shield, refused, before_it_begins, to_the_future):
        print("---", part.__name__)
        await part()


asyncio.run(main())
