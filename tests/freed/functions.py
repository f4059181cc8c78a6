"""Ten thousand functions, generators and coroutines of each kind, one after the other."""

import functools
from contextlib import contextmanager

COUNT = 10_000


def repeat(make):
    kept = None
    for i in range(COUNT):
        kept = make(i)
    print(make.__name__, kept)


def closure(i):
    def f(x, y=[i]):
        return x + y[0] + i

    f.own = f
    return f(1)


def function_lambda(i):
    f = lambda *a, k={i}: (a, k, f)
    return f(1)[:2]


def renamed(i):
    def f():
        pass

    f.__name__ = "f%d" % i
    f.__doc__ = f.__name__ * 2
    return f.__name__, f.__doc__


def recursive(i):
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)

    return even(i % 7)


def decorated(i):
    def twice(f):
        @functools.wraps(f)
        def inner(*args):
            return f(*args), f(*args)

        return inner

    @twice
    def g(x):
        return x + i

    return g(1), g.__name__, g.__wrapped__(2)


def cached(i):
    @functools.lru_cache(maxsize=4)
    def f(x):
        return x * i

    return f(1), f(1), f(2), f.cache_info().hits


def partial(i):
    p = functools.partial(max, i, key=lambda x: -x)
    return p(3)


class Holder:
    def __init__(self, i):
        self.i = i
        self.bound = self.get

    def get(self):
        return self.i


def bound_method(i):
    return Holder(i).bound()


def suspended(i):
    def g():
        own = [g, i]
        while True:
            own.append((yield own[-1]))

    it = g()
    next(it)
    return it.send(i)


def in_cycle(i):
    def g(cell):
        yield i
        yield cell

    cell = []
    it = g(cell)
    cell.append(it)
    return next(it)


def delegating(i):
    def inner():
        yield i
        return [i]

    def outer():
        result = yield from inner()
        yield result

    return list(outer())


def generator_expression(i):
    return next(x for x in (y + i for y in range(3)))


def coroutine(i):
    class Later:
        def __await__(self):
            yield i

    async def main():
        await Later()
        return i

    task = main()
    value = task.send(None)
    task.close()
    return value


def asynchronous(i):
    async def items():
        yield i

    async def main():
        return [x async for x in items()]

    try:
        main().send(None)
    except StopIteration as stop:
        return stop.value


@contextmanager
def manager(i):
    yield [i]


def context(i):
    with manager(i) as value:
        return value


repeat(closure)
repeat(function_lambda)
repeat(renamed)
repeat(recursive)
repeat(decorated)
repeat(cached)
repeat(partial)
repeat(bound_method)
repeat(suspended)
repeat(in_cycle)
repeat(delegating)
repeat(generator_expression)
repeat(coroutine)
repeat(asynchronous)
repeat(context)
