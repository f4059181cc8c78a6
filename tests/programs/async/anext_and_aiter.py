"""aiter() and anext(), also with a default value."""

import asyncio


class Counter:
    def __init__(self, stop):
        self.i = 0
        self.stop = stop

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.i == self.stop:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def numbers():
    yield "a"
    await asyncio.sleep(0)
    yield "b"


async def main():
    it = aiter(Counter(2))
    print(await anext(it), await anext(it, "end"), await anext(it, "end"))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("stopped")
    g = numbers()
    print(aiter(g) is g, await anext(g), await anext(g, None), await anext(g, "no more"))
    for wrong in lambda: aiter([]), lambda: anext([]), lambda: aiter(3), lambda: anext(iter([]), 1):
        try:
            wrong()
        except TypeError as e:
            print(e)


asyncio.run(main())
