# Sequence patterns.
def f(x):
    match x:
        case []:
            return "empty"
        case [y]:
            return "one", y
        case (1, y):
            return "one and", y
        case [2, *rest]:
            return "two and", rest
        case [*_, "end"]:
            return "end"
        case [[a, b], *_, c]:
            return a, b, c
        case [_, _, _]:
            return "three"
        case [*all]:
            return "all", all
        case _:
            return "no sequence"


for x in ([], (), [7], (1, 2), [2], [2, 3, 4], [5, "end"], [[1, 2], 3], [(1, 2), 0, 0, 3], range(3), "ab", b"ab", {1: 2}, {1}, 5, [1, 2, 3, 4], iter([1])):
    print(f(x))
