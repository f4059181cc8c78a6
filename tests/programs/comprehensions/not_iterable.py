"""Tracebacks of comprehensions over something that cannot be iterated"""


def outer(x):
    return [v for v in x]


def nested(x):
    return [[w for w in (1,)] for v in x]


def inner(x):
    return {v: [w for w in x] for v in (1,)}


def second(x):
    return {v for w in (1,) for v in x}


def lazy(x):
    return list(v for v in x)


errors = []
for function in outer, nested, inner, second, lazy:
    try:
        function(1)
    except TypeError as error:
        errors.append(error)
raise ExceptionGroup("not iterable", errors)
