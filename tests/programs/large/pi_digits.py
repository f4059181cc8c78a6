"""Digits of pi and e with integers of any size."""


def pi_digits():
    """Gibbons' streaming algorithm."""
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def machin(digits):
    """pi by Machin's formula, in fixed point."""
    unity = 10 ** (digits + 10)

    def arctan_inverse(x):
        term = total = unity // x
        square, n, sign = x * x, 3, -1
        while term:
            term //= square
            total += sign * (term // n)
            sign, n = -sign, n + 2
        return total

    return 4 * (4 * arctan_inverse(5) - arctan_inverse(239)) // 10 ** 10


stream = pi_digits()
print("".join(str(next(stream)) for _ in range(60)))
print(machin(100))
print(len(str(2 ** 1000)), sum(map(int, str(2 ** 1000))))
factorial = 1
for n in range(1, 60):
    factorial *= n
print(factorial, factorial.bit_length(), hex(factorial % 2 ** 128))
print(pow(3, 10 ** 20, 10 ** 9 + 7), divmod(-(10 ** 30), 7 ** 20))
