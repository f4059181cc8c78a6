def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return ("one", a)
        case [1, b]:
            return ("one and", b)
        case (a, b):
            return ("two", a, b)
        case [first, *rest, last] if len(rest) > 2:
            return ("long", first, rest, last)
        case [first, *rest]:
            return (first, rest)
        case str():
            return "string"
    return "other"


for x in ([], [5], (1, 2), [3, 4], (1, 2, 3), list(range(6)), "ab", b"ab", {1, 2}, range(2), 5, None):
    print(f(x))
