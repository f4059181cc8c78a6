"""Generators that are interleaved, and recursive ones."""


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def tree(n):
    if n:
        for left in tree(n - 1):
            yield left
        yield n
        for right in tree(n - 1):
            yield right


p = primes()
q = primes()
print([next(p) for _ in range(8)], [next(q) for _ in range(3)], next(p))
print("".join(str(x) for x in tree(4)))
a, b = iter(range(3)), tree(2)
print(list(zip(a, b)))
