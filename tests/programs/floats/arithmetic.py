a = 0.1
b = 0.2
print(a + b, a - b, a * b, a / b, a // b, a % b, a**b, -a, +a, abs(-a))
print(1e308 * 10, -1e308 * 10, 1e-308 / 1e10, 5e-324 / 2, 1e16 + 1, 1e16 + 2, 2.0**53 + 1)
print(0.0 == -0.0, -0.0, 0.0 * -1, 1 / 3, 2 / 3, 10 / 5, 7 / -2, 1e23, 1.0, 100.0, 1e15, 1e16, 123456789.125)
total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0, round(total, 10) == 1.0)
x = 2.0
for i in range(6):
    x = x * x
    print(x)
for i in range(8):
    x = x / 1e40
    print(x)
