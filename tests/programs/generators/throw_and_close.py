"""throw() and close()."""


def g():
    while True:
        try:
            yield 1
        except ValueError as e:
            print("caught", e)
            yield "handled"
        finally:
            print("finally")


a = g()
print(next(a), a.throw(ValueError("v")), next(a))
try:
    a.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(list(a))
b = g()
next(b)
b.close()
b.close()
c = g()
c.close()
print(list(c))
try:
    g().throw(ValueError("early"))
except ValueError as e:
    print(e)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
d = g()
next(d)
print(d.throw(ValueError, "typed"))
d.close()
