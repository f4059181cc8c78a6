"""Requests to cancel that meet each other: of groups, timeouts, waits and futures."""

import asyncio


async def turns(n=1):
    for _ in range(n):
        await asyncio.sleep(0)


async def fails(error, wait=1):
    await turns(wait)
    raise error


def show(name, error):
    if isinstance(error, BaseExceptionGroup):
        print(name, "group", [repr(e) for e in error.exceptions])
    else:
        print(name, repr(error), "of", repr(error.__cause__))


async def attempt(name, coroutine):
    task = asyncio.current_task()
    try:
        print(name, await coroutine)
    except BaseException as error:
        show(name, error)
    print(" requests", task.cancelling())
    while task.cancelling():
        task.uncancel()


async def group_of_failures():
    """Both fail in the same turn: the parent is asked once."""
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(ValueError(1)))
        group.create_task(fails(KeyError(2)))
        await asyncio.sleep(1)


async def failure_while_ending():
    """Another one fails while the group waits for its end."""

    async def slow():
        try:
            await asyncio.sleep(1)
        finally:
            await turns(2)
            raise KeyError("late")

    async with asyncio.TaskGroup() as group:
        group.create_task(slow())
        group.create_task(fails(ValueError(1)))


async def outer_request(work):
    """The task is cancelled from outside while the group's tasks end or fail."""
    task = asyncio.current_task()

    async def cancels():
        await turns(1)
        task.cancel("outer")
        await turns(1)

    async with asyncio.TaskGroup() as group:
        group.create_task(cancels())
        if work is not None:
            group.create_task(work)
    return "ended"


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        await turns(2)
        raise ValueError("instead")


async def cancelled_while_ending():
    """A request while the group already cancels its tasks."""
    task = asyncio.current_task()

    async def slow():
        try:
            await asyncio.sleep(1)
        finally:
            task.cancel("again")
            await turns(1)

    async with asyncio.TaskGroup() as group:
        group.create_task(slow())
        group.create_task(fails(ValueError(1)))


async def done_and_cancelled():
    """A task that is done when the group cancels the others."""
    done = asyncio.get_running_loop().create_future()

    async def waits():
        try:
            await done
        except asyncio.CancelledError as error:
            print("not done", error)
            raise
        return "done"

    async with asyncio.TaskGroup() as group:
        first = group.create_task(waits())
        await turns(2)
        done.set_result(None)
        group.create_task(fails(ValueError(1), 0))


async def timeout_and_request():
    """The time is over, and somebody else cancels the task, too."""
    task = asyncio.current_task()
    async with asyncio.timeout(None) as limit:
        loop = asyncio.get_running_loop()
        limit.reschedule(loop.time() - 1)
        task.cancel("other")
        await asyncio.sleep(1)


async def timeout_and_failure():
    """The body ends with an error of its own when the time is over."""
    async with asyncio.timeout(-1):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise ValueError("own")


async def timeout_put_off():
    """The earlier time does not count any more."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0) as limit:
        limit.reschedule(loop.time() + 60)
        await turns(3)
    return limit.expired()


async def wait_for_what_is_done():
    """The wait is cancelled when the result is there already."""
    future = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(asyncio.wait_for(future, 60))
    await turns(2)
    future.set_result("result")
    waiting.cancel()
    return await waiting


async def cancelled_before_it_waits():
    """A task cancels itself; what it waits for next is cancelled at once."""
    future = asyncio.get_running_loop().create_future()

    async def cancels():
        asyncio.current_task().cancel("self")
        await future

    task = asyncio.create_task(cancels())
    await turns(1)
    state = future.cancelled()
    await turns(2)
    return state, task.cancelled()


async def callbacks_are_removed():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(2)]
    futures[0].set_result(1)
    done, pending = await asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED)
    return len(done), len(pending), futures[1].remove_done_callback(print), repr(futures[1])


async def timers_are_removed():
    """A sleep that is cancelled leaves a timer that does nothing."""
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.sleep(60))
    await turns(2)
    task.cancel()
    await turns(2)
    return [handle.cancelled() for handle in loop._scheduled]


async def stop_iteration():
    future = asyncio.get_running_loop().create_future()
    for error in StopIteration(1), StopIteration, StopAsyncIteration(2):
        try:
            future.set_exception(error)
        except TypeError as wrong:
            print(wrong)
    return repr(future.exception())


async def main():
    for coroutine in (
        group_of_failures(),
        failure_while_ending(),
        outer_request(None),
        outer_request(fails(ValueError(3), 2)),
        outer_request(stubborn()),
        cancelled_while_ending(),
        done_and_cancelled(),
        timeout_and_request(),
        timeout_and_failure(),
        timeout_put_off(),
        wait_for_what_is_done(),
        cancelled_before_it_waits(),
        callbacks_are_removed(),
        timers_are_removed(),
        stop_iteration(),
    ):
        await attempt(coroutine.__name__, coroutine)


asyncio.run(main())

# The same loop runs again after a failure, and is not stopped by what ended before.
loop = asyncio.new_event_loop()
future = loop.create_future()


async def returns(value):
    return value


async def exits():
    raise SystemExit(3)


for each in asyncio.new_event_loop(), loop:
    try:
        each.run_until_complete(exits())
    except SystemExit as error:
        print(repr(error))
    if each is not loop:
        each.close()
loop.call_soon(future.set_result, "later")
loop.call_soon(loop.stop)
pending = loop.create_future()
try:
    loop.run_until_complete(pending)
except RuntimeError as error:
    print(error, pending)
print(loop.run_until_complete(future), loop.run_until_complete(returns(5)))
loop.close()
