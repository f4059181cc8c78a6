"""Generators that delegate, or are consumed, without an end"""


def delegate(n):
    yield n
    yield from delegate(n + 1)


def consume(n):
    yield n
    for x in consume(n + 1):
        yield x


def count(make):
    seen = 0
    try:
        for _ in make(0):
            seen += 1
            if seen == 200:
                break
    except RecursionError as error:
        print(type(error).__name__)
    print(seen)


count(delegate)
count(consume)


def first(n):
    return (yield from first(n + 1))


def only(n):
    for x in only(n + 1):
        yield x


def inner(n):
    yield sum(inner(n + 1))


def comprehension(n):
    return [x for x in comprehension(n + 1)]


def expression(n):
    return sum(x for x in expression(n + 1))


def mapped(n):
    return list(map(mapped, [n]))


for f in (first, only, inner, comprehension, expression, mapped):
    for attempt in range(2):
        try:
            result = f(0)
            print(next(result))
        except RecursionError as error:
            print(f.__name__, type(error).__name__)
a = first(0)
try:
    a.send(None)
except RecursionError:
    print("send")
print(list(a))
