"""contextlib: contextmanager, suppress, closing, ExitStack, redirect_stdout, nullcontext."""
import contextlib
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tag(name):
    """A tag."""
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("a") as outer, tag("b") as inner:
    print(outer, inner)
print(tag.__name__, tag.__doc__)
try:
    with tag("fails"):
        raise ValueError("inside")
except ValueError as error:
    print("caught", error)


@contextmanager
def swallowing():
    try:
        yield
    except KeyError as error:
        print("swallowed", error)


with swallowing():
    {}["x"]
for broken in (lambda: (x for x in ()), lambda: (x for x in (1, 2))):
    try:
        with contextmanager(broken)():
            print("body")
    except RuntimeError as error:
        print(error)


@tag("decorated")
def work():
    print("working")


work()
work()
with suppress(ZeroDivisionError, KeyError):
    print(1 / 0)
print("after")


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door, nullcontext(5) as five:
    print(type(door).__name__, five)


class Text:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


text = Text()
with redirect_stdout(text):
    print("hidden", 1)
print(text.parts)
with ExitStack() as stack:
    names = [stack.enter_context(tag(name)) for name in "xy"]
    stack.callback(print, "callback", end="!\n")
    print(names)
try:
    with ExitStack() as stack:
        stack.enter_context(tag("z"))
        raise OSError("out")
except OSError as error:
    print(repr(error))


@contextmanager
def replacing():
    try:
        yield
    except ValueError as error:
        raise TypeError("replaced") from error


try:
    with replacing():
        raise ValueError("original")
except TypeError as error:
    print(error, repr(error.__cause__))
