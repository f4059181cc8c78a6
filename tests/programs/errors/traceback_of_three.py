def a(n):
    return b(n) + 1


def b(n):
    x = c(n - 1)
    return x


def c(n):
    return 10 // n


print(a(3))
print(a(1))
