# What is sent and thrown goes to the innermost generator.
def inner():
    try:
        received = yield 1
        print("received", received)
        yield from [2, 3]
    except ValueError as error:
        print("thrown", error)
        yield "handled"
    finally:
        print("finally")
    return "result"


def outer():
    print("returned", (yield from inner()))


g = outer()
print(next(g), g.send("x"), list(g))
g = outer()
next(g)
print(g.throw(ValueError("v")))
for _ in g:
    pass
