a, *b = [1, 2, 3]
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = (1, 2)
print(a, b, c)
(a, b), [c, *d] = [1, 2], (3, 4, 5)
print(a, b, c, d)
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)


def attempt(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def few():
    a, b, c = [1, 2]


def many():
    a, b = (1, 2, 3)


def none():
    a, b = None


def starred():
    a, *b, c = [1]


def from_iterator():
    a, b = iter([1, 2, 3])


def from_dict():
    a, b, c = {1: 2}


for f in (few, many, none, starred, from_iterator, from_dict):
    attempt(f)
a, b = "x", "y"
a, b = b, a
print(a, b)
