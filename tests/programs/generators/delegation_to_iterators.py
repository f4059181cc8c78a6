"""yield from and await to iterators of the program: what their send, throw and close get."""


# Generators that are not at their end: kept, so that nothing closes them on the way.
alive = []


def kept(g):
    alive.append(g)
    return g


def out(*args):
    if alive is not None:
        print(*args)


class It:
    def __init__(self, answers=()):
        self.answers = list(answers)

    def __iter__(self):
        return self

    def _answer(self):
        if not self.answers:
            return "value"
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def __next__(self):
        out("next")
        return self._answer()

    def send(self, value):
        print("send", value)
        return self._answer()

    def throw(self, *args):
        print("throw", args)
        return self._answer()

    def close(self):
        out("close")
        self._answer()


class Plain:
    """Nothing but an iterator."""

    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.items:
            raise StopIteration("end of plain")
        return self.items.pop(0)


class Mine(ValueError):
    pass


def delegates(it):
    try:
        result = yield from it
    except BaseException as error:
        out("delegates:", type(error).__name__, error.args, repr(error.__context__))
        raise
    print("result", result)
    yield "after"
    return result


def through(it):
    return (yield from delegates(it))


def attempt(title, call, *args):
    try:
        print(title, call(*args))
    except BaseException as error:
        print(title, type(error).__name__, error.args, repr(error.__cause__), repr(error.__context__))


# What throw() is given.
for outer in (delegates, through):
    for args in (
        (ZeroDivisionError,), (ZeroDivisionError(1),), (ValueError, "text"), (ValueError, ("a", "b")),
        (ValueError, None), (ValueError, ValueError(3)), (ValueError, 4, None), (Mine, Mine(5), None), (Mine(6), None),
    ):
        g = kept(outer(It([1])))
        next(g)
        attempt("throw", g.throw, *args)
        attempt("next", next, g)

# What throw() does.
for answer in (StopIteration(), StopIteration("value of stop"), KeyError("k"), GeneratorExit("exit"), RuntimeError("r")):
    g = kept(through(It([1, answer])))
    next(g)
    attempt("answered", g.throw, ZeroDivisionError)
    attempt("then", next, g)

# GeneratorExit closes.
for answers in ([1], [1, KeyError("in close")], [1, StopIteration("in close")], [1, GeneratorExit("own")]):
    g = kept(through(It(answers)))
    next(g)
    attempt("GeneratorExit", g.throw, GeneratorExit)
    g = kept(delegates(It(answers)))
    next(g)
    attempt("GeneratorExit with text", g.throw, GeneratorExit("text"))
    g = kept(delegates(It(answers)))
    next(g)
    attempt("close", g.close)
    attempt("afterwards", next, g)

# send().
g = kept(through(It([1, 2, 3, StopIteration("sent")])))
attempt("begin", g.send, None)
attempt("sent", g.send, "a")
attempt("sent", g.send, None)
attempt("sent", g.send, "b")
attempt("sent", g.send, "c")

# Iterators without send, throw and close; a list; a string.
for make in (lambda: Plain(1, 2), lambda: [1, 2], lambda: "äb", lambda: range(2)):
    for use in (lambda g: g.send("x"), lambda g: g.throw(Mine), lambda g: g.throw(Mine, "m"), lambda g: g.close(), next):
        g = kept(delegates(make()))
        print(next(g), end=" ")
        attempt("plain", use, g)
    attempt("all", lambda: list(kept(delegates(make()))))

# Methods are looked for on the instance, but __next__ on the class.
it = It([1, 2])
it.throw = lambda *args: "throw of the instance"
it.send = lambda value: "send of the instance"
it.close = lambda: out("close of the instance")
it.__next__ = lambda: "never"
g = kept(delegates(it))
print(next(g), next(g), g.send(1), g.throw(KeyError))
g.close()


class Getting:
    """An attribute that fails."""

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        out("asked for", name)
        if name == "send":
            return lambda value: f"got {value}"
        raise AttributeError(name)


g = kept(delegates(Getting()))
next(g)
print(g.send(5))
attempt("no throw", g.throw, ValueError)
g = kept(delegates(Getting()))
next(g)
g.close()


# Generators that raise StopIteration, and that refuse to be closed.
def raises(error):
    yield 1
    raise error


for error in (StopIteration(), StopIteration(5), StopAsyncIteration(), GeneratorExit("x")):
    g = kept(through(raises(error)))
    next(g)
    attempt("raised", next, g)


def refuses():
    for _ in range(2):
        try:
            yield "refused"
        except GeneratorExit as error:
            out("refuses", error.args)


g = kept(through(kept(refuses())))
next(g)
attempt("close", g.close)
g = kept(delegates(kept(refuses())))
next(g)
attempt("throw", g.throw, GeneratorExit("y"))


# await.
class Awaitable:
    def __init__(self, it):
        self.it = it

    def __await__(self):
        return self.it


async def awaits(x):
    try:
        return await x
    except BaseException as error:
        out("awaits:", type(error).__name__, error.args)
        raise


def delegating(x):
    return (yield from x)


for make in (lambda: It([1, 2, StopIteration("done")]), lambda: Plain(1, 2), lambda: delegating(It([1]))):
    c = kept(awaits(Awaitable(make())))
    attempt("send", c.send, None)
    attempt("throw", c.throw, Mine, "m")
    attempt("send", c.send, None)
    c = kept(awaits(Awaitable(make())))
    c.send(None)
    attempt("close", c.close)
for wrong in ([1], 5, None, (x for x in ()), awaits(1)):
    c = kept(awaits(Awaitable(wrong)))
    attempt("awaits", c.send, None)
    if hasattr(wrong, "close"):
        wrong.close()
c = kept(awaits(Awaitable(iter([1, 2]))))
print(c.send(None))
attempt("sent to a list", c.send, 5)
c = kept(awaits(Awaitable(It([1]))))
c.send(None)
print(type(c.cr_await).__name__)
g = kept(delegates(Plain(1)))
print(g.gi_yieldfrom)
next(g)
print(type(g.gi_yieldfrom).__name__)
attempt("end", next, g)
print(g.gi_yieldfrom)
alive = None
