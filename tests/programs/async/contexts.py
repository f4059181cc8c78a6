"""async with: entering, leaving, several managers, exceptions, suppression, wrong managers."""
from run import Pause, run


class Manager:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    async def __aenter__(self):
        await Pause("enter " + self.name)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        await Pause("exit " + self.name)
        print("exit", self.name, kind and kind.__name__, value)
        return self.suppress


async def both():
    async with Manager("a") as a, Manager("b") as b:
        print(a, b)
    return "normal"


print(run(both()))


async def raising(suppress):
    async with Manager("outer", suppress):
        async with Manager("inner"):
            raise ValueError("body")
    return "suppressed"


print(run(raising(True))[0])
try:
    run(raising(False))
except ValueError as error:
    print(repr(error))


async def returning():
    for i in range(3):
        async with Manager(f"r{i}"):
            if i == 0:
                continue
            return i


print(run(returning())[0])


async def wrong(manager):
    async with manager:
        pass


class Half:
    async def __aenter__(self):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 3

    async def __aexit__(self, *details):
        pass


class LeavesPlainly:
    async def __aenter__(self):
        pass

    def __aexit__(self, *details):
        return None


for manager in (3, Half(), NotAwaitable(), LeavesPlainly()):
    try:
        run(wrong(manager))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


async def iterates(x):
    async for _ in x:
        pass


class NoNext:
    def __aiter__(self):
        return 4


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


for x in ([1], NoNext(), BadNext()):
    try:
        run(iterates(x))
    except TypeError as error:
        print(error)


async def awaits(x):
    await x


for x in (3, [], None, (i for i in ())):
    try:
        run(awaits(x))
    except TypeError as error:
        print(error)
c = both()
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)
