def f(a):
    b = a + 1
    c = b * 2
    d = c - a
    e = d + b
    g = e * c
    h = g - d
    a = h + e
    return a + b + c + d + e + g + h


print(f(3), f(-3))
