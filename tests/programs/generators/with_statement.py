"""with statements: order of calls, suppressed exceptions, several managers."""


class M:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value, tb is not None)
        return self.suppress


with M("a") as a, M("b") as b:
    print(a, b)
with M("s", True):
    raise ValueError("hidden")
try:
    with M("x"), M("y"):
        raise KeyError("k")
except KeyError as e:
    print("out", e)


def f():
    for i in range(2):
        with M(i):
            if i == 1:
                return "returned"


print(f())
for bad in (5, type("E", (), {"__enter__": lambda self: 1})()):
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)
