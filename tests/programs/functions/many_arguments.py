def f(a, b, c, d, e, g, h, i, j, k):
    return a - b + c - d + e - g + h - i + j - k


g = f
print(f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), g(10, 9, 8, 7, 6, 5, 4, 3, 2, 1))
