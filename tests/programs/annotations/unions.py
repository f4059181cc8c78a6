"""Unions of types and of classes with arguments compare like sets."""

def f(x: list[int] | None = None) -> dict[str, int] | list[str] | None:
    return x
print(f([1]))
u = list[int] | None
print(u, None | list[int], int | list[int], u == (None | list[int]), hash(u) == hash(None | list[int]))
print((int | str) | list[str] | (str | None))
try: isinstance([], u)
except TypeError as e: print(e)
print(isinstance(None, int | None), isinstance("a", int | str), issubclass(bool, int | str))
try: int | 3
except TypeError as e: print(e)
print(int | str == str | int, (int | str) != (int | None), {int | str: 1}[str | int])
