"""An exception that is thrown through yield from passes each generator once."""

def inner():
    yield 1
def outer():
    yield from inner()
g = outer()
next(g)
g.throw(ValueError("x"))
