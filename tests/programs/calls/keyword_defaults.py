"""Builtins with keyword-only arguments, called with unpacked arguments or as values"""
print(max(*[1, 3, 2]), min(*[[1, 3, 2]]), max(*range(100)))
greatest = max
print(greatest(4, 5), greatest([4, 5]), greatest([], default=0), list(map(min, [[3, 4], [6, 5]])))
print(greatest(*"abc", key=lambda x: -ord(x)))
try:
    greatest(*[1, 2], default=3)
except TypeError as error:
    print(error)
try:
    greatest(*[[]])
except ValueError as error:
    print(error)


def f(*, a, b=2):
    return a, b


g = f
print(g(a=1))
for attempt in (lambda: g(), lambda: g(b=1), lambda: g(*[], **{"b": 3})):
    try:
        attempt()
    except TypeError as error:
        print(error)
