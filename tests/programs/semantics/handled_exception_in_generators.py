# The handled exception follows generators.
def gen():
    try:
        yield "a"
        raise KeyError("inner")
    except KeyError:
        yield "handling"
        try:
            raise
        except KeyError as error:
            yield repr(error)
    yield "after"


try:
    raise ValueError("outer")
except ValueError:
    for value in gen():
        print(value)
    try:
        raise
    except ValueError as error:
        print("still", error)


def chain():
    try:
        yield 1
    except ValueError:
        raise TypeError("second")


g = chain()
next(g)
try:
    g.throw(ValueError("first"))
except TypeError as error:
    print(error, repr(error.__context__))


def running():
    yield next(me)


me = running()
try:
    next(me)
except ValueError as error:
    print(error)


def stop():
    yield 1
    raise StopIteration(5)


try:
    list(stop())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def closing():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for value in closing():
    print(value)
    break
print("after the loop")
g = closing()
next(g)
g.close()
print(list(g))
