def factorial(n):
    return n * factorial(n - 1) if n else 1


for n in (0, 1, 12, 13, 20, 21, 50, 100, 200):
    print(n, factorial(n), len(str(factorial(n))))
print(factorial(100) // factorial(98), factorial(60) % (10**9 + 7))
