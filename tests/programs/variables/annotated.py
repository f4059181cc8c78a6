x: int = 3
y: "anything" = 4


def f(a: int, b: bool) -> int:
    c: int = a
    d: float
    return c


print(x + y, f(1, True))
