# Literals, constants, singletons and alternatives.
class Color:
    RED = "r"
    BLUE = "b"


def f(x):
    match x:
        case 1:
            return "one"
        case -2 | 2.5:
            return "number"
        case "a" | "b":
            return "letter"
        case Color.RED:
            return "red"
        case True:
            return "true"
        case None:
            return "none"
        case b"x":
            return "bytes"
        case 3 + 4j:
            return "complex"
        case _:
            return "other"


for x in (1, -2, 2.5, "a", "b", "r", True, False, None, b"x", 3 + 4j, 1.0, [], "c"):
    print(repr(x), f(x))
