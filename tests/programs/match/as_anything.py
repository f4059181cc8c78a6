"""`as` behind a pattern that matches anything."""


def f(value):
    match value:
        case _ as y if y == 3:
            return "three"
        case x as z, (a as b):
            return x, z, a, b
        case [*rest] as whole if rest:
            return rest, whole
        case x as q:
            return x, q


print(f(3), f((1, 2)), f([1, 2, 3]), f("s"))
