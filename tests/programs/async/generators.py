"""Asynchronous generators: yield, await within, asend, athrow, aclose, finally."""
from run import Pause, run


async def numbers(n):
    try:
        for i in range(n):
            got = yield i * (await Pause(("ask", i)))
            if got is not None:
                print("got", got)
    except ValueError as error:
        print("caught", error)
        yield "after"
    finally:
        print("finally")


async def plain():
    result = []
    async for x in numbers(3):
        result.append(x)
    else:
        result.append("else")
    return result


print(run(plain(), lambda request: 10))


async def driven():
    g = numbers(5)
    print(await g.__anext__(), await g.asend("hello"), await g.athrow(ValueError("thrown")))
    try:
        await g.__anext__()
    except StopAsyncIteration as error:
        print("stopped", error.args)
    h = numbers(2)
    await h.asend(None)
    await h.aclose()
    try:
        await h.asend(1)
    except StopAsyncIteration:
        print("closed")
    print(type(h).__name__, h.ag_running, numbers.__name__)
    fresh = numbers(1)
    try:
        await fresh.asend(3)
    except TypeError as error:
        print(error)
    return "done"


print(run(driven(), lambda request: 2))


async def broken():
    yield 1
    raise KeyError("inside")


async def watch():
    try:
        async for x in broken():
            print(x)
    except KeyError as error:
        return repr(error)


print(run(watch()))


async def early():
    g = numbers(4)
    async for x in g:
        if x >= 1:
            break
    await g.aclose()
    return x


print(run(early(), lambda request: 1)[0])
try:

    async def stops():
        yield 1
        raise StopIteration

    async def outer():
        async for x in stops():
            pass

    run(outer())
except RuntimeError as error:
    print(error)
