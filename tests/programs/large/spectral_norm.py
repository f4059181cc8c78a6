"""The spectral norm of an infinite matrix, approximated."""

from math import sqrt


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    n = len(v)
    return [sum(a(i, j) * v[j] for j in range(n)) for i in range(n)]


def transposed_times(v):
    n = len(v)
    return [sum(a(j, i) * v[j] for j in range(n)) for i in range(n)]


def spectral_norm(n, rounds=3):
    u = [1.0] * n
    for _ in range(rounds):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    vbv = sum(x * y for x, y in zip(u, v))
    vv = sum(y * y for y in v)
    return sqrt(vbv / vv)


for n in 2, 5, 8:
    print(n, f"{spectral_norm(n):0.9f}", repr(spectral_norm(n, rounds=2)))
