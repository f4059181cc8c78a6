"""Calls of builtin classes as arguments, before others and within each other."""


def numbers(n, step):
    for i in range(0, n, step):
        yield i


def pair(a, b, *rest):
    return a, b, rest


print(pair(list(numbers(6, 2)), 38), pair(set(list(numbers(3, 1))), dict(a=list("xy")), tuple(numbers(4, 3))))
print(pair(bytearray(b"a"), list(map(str, list(numbers(3, 1)))), OSError(str(5), len(list("ab")))))
result = pair(dict(zip("ab", list(numbers(4, 2)))), list(), set(), frozenset(numbers(2, 1)))
print(result, pair(KeyError(str(1)), pair(list(result[1]), ImportError("x", name=str(2)).name)))
