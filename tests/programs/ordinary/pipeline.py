"""Generators as pipelines: send, throw, yield from, closing, lazy evaluation, context within."""
from functools import wraps
from itertools import count, islice, takewhile


def coroutine(f):
    @wraps(f)
    def start(*args, **kw):
        g = f(*args, **kw)
        next(g)
        return g
    return start


@coroutine
def broadcast(*targets):
    try:
        while True:
            item = yield
            for target in targets:
                target.send(item)
    except GeneratorExit:
        for target in targets:
            target.close()


@coroutine
def grep(pattern, target):
    seen = 0
    try:
        while True:
            line = yield
            if pattern in line:
                seen += 1
                target.send(line)
    finally:
        print(f"grep {pattern!r}: {seen}")
        target.close()


@coroutine
def printer(prefix):
    try:
        while True:
            print(prefix, (yield))
    finally:
        print(prefix, "closed")


@coroutine
def averager():
    total = n = 0
    average = None
    while True:
        try:
            x = yield average
        except ValueError as reset:
            print("reset:", reset)
            total = n = 0
            average = None
            continue
        if x is None:
            return total, n
        total += x
        n += 1
        average = total / n


def primes():
    found = []
    for n in count(2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def walk(tree, path=()):
    name, *children = tree
    yield "/".join((*path, name))
    for child in children:
        yield from walk(child, (*path, name))


def delegate():
    result = yield from averager.__wrapped__()
    yield f"delegated {result}"


def windowed(iterable, n):
    window = []
    for x in iterable:
        window = [*window, x][-n:]
        if len(window) == n:
            yield tuple(window)


def chunks(seq, n):
    return (seq[i:i + n] for i in range(0, len(seq), n))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


lines = ["error: disk", "info: ok", "error: net", "warn: error rate"]
head = broadcast(grep("error", printer(">")), grep("info", printer("i")))
for line in lines:
    head.send(line)
head.close()
a = averager()
print(a.send(10), a.send(20), a.throw(ValueError("again")), a.send(5))
try:
    a.send(None)
except StopIteration as stop:
    print("value", stop.value)
print(list(islice(primes(), 15)), sum(islice(primes(), 50)))
print(list(flatten([1, [2, (3, [4]), []], "ab"])), *walk(("root", ("usr", ("bin",), ("lib",)), ("etc",))))
d = delegate()
next(d)
print(d.send(3), d.send(9), d.send(None))
print(list(windowed("abcd", 2)), list(chunks([1, 2, 3, 4, 5], 2)), "".join(hanoi(3)), sum(1 for _ in hanoi(8)))
squares = (x * x for x in count())
evens = (x for x in squares if x % 2 == 0)
print(next(evens), next(evens), next(evens), next(squares))
gen = (print("side", i) or i for i in range(3))
print(next(gen), sum(gen), next(gen, "done"))
try:
    g = primes()
    next(g)
    g.throw(KeyError("boom"))
except KeyError as error:
    print(error, g.gi_frame is None)


def countdown(n):
    while n:
        jump = yield n
        n = jump if jump is not None else n - 1


c = countdown(5)
print([next(c), next(c), c.send(10), next(c)], c.close(), next(c, "closed"))
print(max((len(w), w) for w in "a quick brown fox".split()), {k: v for k, v in zip("abc", count(1))}, [*range(3), *(i for i in "xy")])
print([(x, y) for x in range(4) if x % 2 for y in range(x) if y != 1], {(x := i) * 2 for i in range(3)}, x, dict(enumerate("ab", 5)))
