def double(n):
    return n * 2


def square(n):
    return n * n


def twice(f, n):
    return f(f(n))


g = double
print(g(4), twice(square, 3), twice(g, 3))
g = square
print(g(4))
print(double is double, double == square, g is square, double != double)
