# All values are evaluated before the first target is assigned.
a, b = 1, 2
a, b = b, a
print(a, b)


def rotate(x, y, z):
    x, y, z = y, z, x
    return x, y, z


print(rotate(1, 2, 3))
i = 0
x = [5, 6, 7]
i, x[i] = 2, 9
print(i, x)
i = 1
x[i], i = 8, 0
print(i, x)
a = b = c = [1]
a.append(2)
print(b, c is a)
