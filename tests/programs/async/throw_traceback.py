"""The same through awaits and an asynchronous generator."""

class Pause:
    def __await__(self):
        yield 1
async def ticks():
    yield await Pause()
async def gather():
    async for v in ticks():
        pass
g = gather()
g.send(None)
g.throw(ValueError("x"))
