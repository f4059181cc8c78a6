a = [3, "x", 1]
try:
    a.sort()
except TypeError as e:
    print(e)
print(sorted(map(str, a)))

b = [3, 2, 1]


def key(x):
    b.append(x)
    return x


try:
    b.sort(key=key)
except ValueError as e:
    print(e)
print(b)


def broken(x):
    if x == 2:
        raise KeyError(x)
    return x


c = [4, 3, 2, 1]
try:
    c.sort(key=broken)
except KeyError as e:
    print("KeyError", e)
print(sorted(c))
print(c.sort())
