a = b = c = 5
b += 1
print(a, b, c)
a = a
print(a)


def f():
    x = y = a
    x -= 1
    return x * y


print(f())
