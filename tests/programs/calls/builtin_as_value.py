"""Builtins with keyword-only parameters, called as values."""


def apply(function, *args, **keywords):
    return function(*args, **keywords)


biggest = max
print(biggest(1, 5, 3), apply(min, [4, 2]), apply(max, [], default="none"), apply(max, "ab", "c", key=len))
print(list(map(max, [1, 5], [2, 3])), apply(sorted, [3, 1, 2], reverse=True), apply(print, 1, 2, sep="-"))
try:
    apply(max, 1, 2, default=3)
except TypeError as error:
    print(error)
