"""async for, async with, asynchronous generators and comprehensions."""


class Pause:
    def __await__(self):
        yield "pause"


async def numbers(n):
    for i in range(n):
        await Pause()
        yield i


class Manager:
    async def __aenter__(self):
        await Pause()
        print("enter")
        return self

    async def __aexit__(self, kind, value, tb):
        print("exit", kind.__name__ if kind else None)
        return True


class Count:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n


async def main():
    async for x in numbers(3):
        print("x", x)
    else:
        print("else")
    async with Manager() as m:
        raise ValueError
    async for y in Count():
        print("y", y)
    print([z * 2 async for z in numbers(3) if z])
    return "main"


def run(coroutine):
    pauses = 0
    while True:
        try:
            coroutine.send(None)
            pauses += 1
        except StopIteration as e:
            return e.value, pauses


print(run(main()))
