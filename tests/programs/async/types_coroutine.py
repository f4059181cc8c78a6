"""Generators of functions that types.coroutine marks can be awaited."""

import types


@types.coroutine
def switch(value):
    got = yield value
    return got * 2


@types.coroutine
def delegating():
    return (yield from main("inner"))


async def main(name):
    a = await switch(name)
    b = await switch(a)
    return a + b


def run(coro):
    value = None
    while True:
        try:
            value = len(str(coro.send(value)))
        except StopIteration as stop:
            return stop.value


print(run(main("first")), run(delegating()))


def plain():
    yield 1


async def wrong():
    await plain()


try:
    run(wrong())
except TypeError as e:
    print(e)
try:
    types.coroutine(1)
except TypeError as e:
    print(e)
