def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


print(factorial(12), gcd(1071, 462))
