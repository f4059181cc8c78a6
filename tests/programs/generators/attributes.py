"""Names and states of generators."""


def gen(a):
    yield a


g = gen(1)
print(g.__name__, g.__qualname__, type(g).__name__, iter(g) is g, repr(g).split(" at ")[0])
print(g.gi_running, g.gi_suspended)
next(g)
print(g.gi_suspended, g.gi_frame is None)
list(g)
print(g.gi_suspended, g.gi_frame is None)


class C:
    def items(self):
        yield from (1, 2)

    def __iter__(self):
        yield "i"
        yield self


print(list(C().items()), C().items().__qualname__, len(list(C())))
