"""Asynchronous comprehensions and generator expressions, await in comprehensions."""
from run import Pause, run


class Steps:
    def __init__(self, n):
        self.n = n
        self.at = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.at == self.n:
            raise StopAsyncIteration
        self.at += 1
        await Pause(self.at)
        return self.at


async def double(x):
    await Pause("double")
    return x * 2


async def main():
    a = [x async for x in Steps(4) if x % 2]
    b = {x: x * x async for x in Steps(3)}
    c = {x % 2 async for x in Steps(5)}
    d = [await double(x) for x in range(3)]
    e = [x + y async for x in Steps(2) for y in (10, 20) if y > x * 10 or x == 1]
    f = [[z async for z in Steps(y)] for y in range(3)]
    g = (x * 3 async for x in Steps(3))
    h = [v async for v in g]
    i = (await double(x) for x in range(2))
    j = [v async for v in i]
    k = [await double(x) async for x in Steps(2) if await double(x) > 2]
    return a, b, c, d, e, f, h, j, k, type(g).__name__, type(i).__name__


result, paused = run(main())
print(*result, sep="\n")
print(len(paused), paused[:8])


async def nested():
    total = 0
    async for x in Steps(3):
        async for y in Steps(2):
            if y == x:
                continue
            total += x * y
        else:
            total += 100
    return total


print(run(nested()))
