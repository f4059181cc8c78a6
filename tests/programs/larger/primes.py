def is_prime(n):
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return n > 1


for n in range(60):
    if is_prime(n):
        print(n, end=",")
print()
