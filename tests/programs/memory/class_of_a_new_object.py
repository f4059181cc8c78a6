"""Classes that nothing refers to but an object that is being made."""


def named(name, *bases):
    return type(name, bases, {"own": name})


def check(kind, make):
    """The next classes would get the id of one that was freed too early."""
    for i in range(3):
        o = make(f"{kind}{i}")
        others = [named("Other")() for _ in range(2)]
        print(type(o).__name__, o.own, len({type(x) for x in others}), end="; ")
    print()


check("plain", lambda name: named(name)())
check("starred", lambda name: named(name)(*()))
check("keywords", lambda name: named(name, dict)(**{"x": 1}))
check("int", lambda name: named(name, int)(5))
check("list", lambda name: named(name, list)([1]))
check("str", lambda name: named(name, str)("x"))
check("error", lambda name: named(name, ValueError)("x"))
check("new", lambda name: object.__new__(named(name)))
check("bound", lambda name: named(name).__call__())
check("metaclass", lambda name: named("M" + name, type)(name, (), {"own": name})())


def raised(name):
    try:
        raise named(name, Exception)
    except Exception as error:
        return error


check("raised", raised)
