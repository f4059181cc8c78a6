# __enter__ and __exit__.
class M:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value)
        return self.suppress


with M("a") as a:
    print(a)
with M("b"):
    print("body")
with M("c") as c, M("d") as d:
    print(c, d)
with (
    M("e") as e,
    M("f"),
):
    print(e)
with M("g", True):
    raise ValueError("suppressed")
print("after")
try:
    with M("h"):
        raise ValueError("passed on")
except ValueError as e:
    print("caught", e)
with M("i", True), M("j"):
    1 // 0
x = [0]
with M("k") as x[0]:
    print(x)
with M("l", 1) as (p, q, *r):
    print("not reached")
