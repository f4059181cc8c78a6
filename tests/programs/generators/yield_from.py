"""yield from passes values, exceptions and results on."""


def inner():
    try:
        x = yield 1
        print("x", x)
        y = yield 2
        print("y", y)
    except ValueError as e:
        print("inner caught", e)
        yield "handled"
    return "result"


def outer():
    r = yield from inner()
    print("r", r)
    yield from [10, 20]
    yield from "ab"
    return "end"


g = outer()
print(next(g), g.send("first"), g.throw(ValueError("v")))
print(list(g))


def chain(n):
    if n:
        yield from chain(n - 1)
    yield n


print(list(chain(30))[::10])


def closing():
    try:
        yield from closing_inner()
    finally:
        print("outer closed")


def closing_inner():
    try:
        yield 1
    finally:
        print("inner closed")


c = closing()
next(c)
c.close()
