"""Coroutines driven by hand."""


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return ("resumed", got)


async def inner(n):
    print("inner", n)
    r = await Pause(n)
    return r, n


async def outer():
    a = await inner(1)
    try:
        b = await inner(2)
    except ValueError as e:
        b = ("caught", e)
    return a, b


c = outer()
print(type(c).__name__, c.send(None), c.send("x"))
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def fails():
    await 5


try:
    fails().send(None)
except TypeError as e:
    print(e)
