"""A traceback through a generator and a comprehension."""


def g(n):
    for i in range(n):
        yield 10 // (2 - i)


def total():
    return sum([x for x in g(5)])


total()
