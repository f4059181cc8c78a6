from math import gcd, isqrt


def is_prime(n):
    """Miller and Rabin's test."""
    d = n - 1
    s = 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(10**12 + 1, 10**12 + 200, 2) if is_prime(n)])
print(is_prime(2**61 - 1), is_prime(2**67 - 1), is_prime(2**89 - 1), gcd(2**90 - 1, 2**60 - 1), isqrt(2**89))
