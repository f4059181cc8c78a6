"""ExceptionGroup: split, subgroup, derive."""

g = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3), KeyError(4)])])
print(g, repr(g), g.message, len(g.exceptions))
m, r = g.split(ValueError)
print(repr(m))
print(repr(r))
print(repr(g.subgroup(KeyError)), g.subgroup(IndexError))
print(repr(g.subgroup(lambda e: isinstance(e, (TypeError, KeyError)))))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for make in (
    lambda: ExceptionGroup("x", []),
    lambda: ExceptionGroup("x", [1]),
    lambda: ExceptionGroup(1, [ValueError()]),
    lambda: ExceptionGroup("x", [KeyboardInterrupt()]),
):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
