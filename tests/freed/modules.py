"""Ten thousand modules that a program makes, each with a namespace that refers back to it."""

import types

COUNT = 10_000

kept = None
for i in range(COUNT):
    m = types.ModuleType(f"m{i}", "A module.")
    m.own = m
    m.values = [i] * 10

    def f(m=m):
        return m.values

    m.f = f
    kept = m
print(kept.__name__, kept.__doc__, kept.values, kept.f() is kept.values)

# Their namespaces outlive them, or have been taken first.
spaces = []
for i in range(COUNT):
    m = types.ModuleType(str(i))
    space = vars(m)
    space["name"] = m.__name__
    setattr(m, f"attribute{i % 50}", space)
    if i % 1000 == 0:
        spaces.append(space)
print([space["name"] for space in spaces], [len(space) for space in spaces])
