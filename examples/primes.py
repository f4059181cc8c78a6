"""The primes below 100."""


def is_prime(n):
    if n < 2:
        return False
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 1
    return True


count = 0
for n in range(100):
    if is_prime(n):
        print(n, end=" ")
        count += 1
print()
print(count, "primes")
