a = 1234567
b = -7654321
print(a + b, a - b, b - a, -a, +b)
