"""Exit stacks chain the exceptions of what they end; also asynchronous context managers."""

import asyncio
from contextlib import (
    AbstractContextManager,
    AsyncExitStack,
    ExitStack,
    aclosing,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)


class Raising:
    def __init__(self, error):
        self.error = error

    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise self.error


def shown(error):
    names = []
    while error is not None:
        names.append(repr(error))
        error = error.__context__
    return " during ".join(names)


try:
    with ExitStack() as stack:
        stack.enter_context(Raising(IndexError(1)))
        stack.enter_context(Raising(KeyError(2)))
        stack.callback(print, "called", end="!\n")
        1 / 0
except IndexError as e:
    print(shown(e))

try:
    try:
        raise ValueError("outside")
    except ValueError:
        with ExitStack() as stack:
            stack.enter_context(Raising(IndexError(1)))
            stack.enter_context(Raising(KeyError(2)))
except IndexError as e:
    print(shown(e))

with ExitStack() as stack:
    stack.push(lambda *details: True)
    raise KeyError
print("suppressed")


class Scratch(AbstractContextManager):
    pass


try:
    Scratch()
except TypeError as e:
    print(e)
print(issubclass(Raising, AbstractContextManager), issubclass(int, AbstractContextManager))


@asynccontextmanager
async def opened(name):
    """Opens."""
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


class Thing:
    async def aclose(self):
        print("aclose")


@opened("decorated")
async def decorated():
    return 5


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(opened("a")), stack.enter_context(nullcontext(2)))
        stack.push_async_callback(asyncio.sleep, 0)
        await stack.enter_async_context(aclosing(Thing()))
    async with nullcontext(4) as four:
        print(four, await decorated())
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_exit(opened("never").__aexit__)
            stack.enter_context(Raising(OSError("sync")))
            raise RuntimeError("body")
    except Exception as e:
        print(shown(e))


asyncio.run(main())
print(opened.__name__, opened.__doc__, contextmanager(opened).__wrapped__ is opened)
