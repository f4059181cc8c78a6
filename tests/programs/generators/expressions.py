"""Generator expressions are lazy; the first iterable is evaluated at once."""


def show(x):
    print("show", x)
    return x


g = (show(i) * 2 for i in range(3) if i != 1)
print("made")
print(list(g))
n = 10
h = (i + n for i in [1, 2])
n = 20
print(list(h))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
print(sum(i * i for i in range(10)), any(i > 3 for i in range(5)), dict((k, k * k) for k in range(3)))
