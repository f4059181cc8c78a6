"""globals() is the module's variables: what it stores is read as a name"""

X = 1


def f():
    return "old"


def use():
    return f(), X


print(globals()["X"], "X" in globals(), "nothing" in globals(), globals().get("nothing", 0))
globals()["X"] = 2
globals()["f"] = lambda: "new"
print(use())
for name in ("alpha", "beta"):
    globals()[name] = name.upper()
print(alpha, beta)
globals().update(gamma=3, delta=4)
print(gamma + delta, globals().pop("delta"), "delta" in globals())
try:
    print(delta)
except NameError as error:
    print(error)
try:
    globals()["nothing"]
except KeyError as error:
    print(repr(error))
del globals()["gamma"]
try:
    gamma
except NameError as error:
    print(error)
shown = {name: value for name, value in globals().items() if name in ("X", "alpha", "beta")}
print(shown, sorted(name for name in globals() if name[0] != "_")[:4])
print(globals()["f"](), globals().setdefault("X", 9), globals().setdefault("fresh", 9), fresh)


class C:
    y = 1
    names = sorted(name for name in locals() if name[0] != "_")
    locals()["z"] = 5


print(C.names, C.z)
locals()["at_module"] = 7
print(at_module, [name for name in dir() if name in ("X", "C", "at_module")])
