"""Algorithms: sorting, searching, graphs, dynamic programming, numbers, strings, backtracking."""
from collections import defaultdict, deque
from functools import cache
from math import gcd, inf, isqrt


def quicksort(a, key=lambda x: x):
    if len(a) < 2:
        return a
    pivot, *rest = a
    return quicksort([x for x in rest if key(x) < key(pivot)], key) + [pivot] + quicksort([x for x in rest if key(x) >= key(pivot)], key)


def mergesort(a):
    if len(a) <= 1:
        return list(a)
    m = len(a) // 2
    left, right, out = mergesort(a[:m]), mergesort(a[m:]), []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def bfs(grid, start, goal):
    queue, came = deque([start]), {start: None}
    while queue:
        at = queue.popleft()
        if at == goal:
            path = []
            while at is not None:
                path.append(at)
                at = came[at]
            return path[::-1]
        r, c = at
        for nxt in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if nxt not in came and 0 <= nxt[0] < len(grid) and 0 <= nxt[1] < len(grid[0]) and grid[nxt[0]][nxt[1]] != "#":
                came[nxt] = at
                queue.append(nxt)
    return None


def topological(edges):
    graph, degree = defaultdict(list), defaultdict(int)
    for a, b in edges:
        graph[a].append(b)
        degree[b] += 1
        degree[a] += 0
    ready = sorted(n for n in degree if not degree[n])
    order = []
    while ready:
        n = ready.pop(0)
        order.append(n)
        for m in graph[n]:
            degree[m] -= 1
            if degree[m] == 0:
                ready.append(m)
    if len(order) != len(degree):
        raise ValueError(f"cycle among {sorted(set(degree) - set(order))}")
    return order


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


@cache
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


def knapsack(items, capacity):
    best = [(0, ())] * (capacity + 1)
    for name, weight, value in items:
        for c in range(capacity, weight - 1, -1):
            candidate = best[c - weight][0] + value, best[c - weight][1] + (name,)
            best[c] = max(best[c], candidate)
    return best[capacity]


def queens(n, row=0, columns=frozenset(), down=frozenset(), up=frozenset()):
    if row == n:
        yield ()
    for c in range(n):
        if c not in columns and row + c not in up and row - c not in down:
            for rest in queens(n, row + 1, columns | {c}, down | {row - c}, up | {row + c}):
                yield (c, *rest)


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, isqrt(n) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


def rsa(p, q, e, message):
    n, phi = p * q, (p - 1) * (q - 1)
    d = pow(e, -1, phi)
    c = pow(message, e, n)
    return c, pow(c, d, n)


def dijkstra(graph, source):
    dist = {n: inf for n in graph} | {source: 0}
    todo = set(graph)
    while todo:
        n = min(todo, key=lambda n: (dist[n], n))
        todo.remove(n)
        for m, w in graph[n].items():
            dist[m] = min(dist[m], dist[n] + w)
    return dist


def roman(n):
    table = zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split())
    out = ""
    for value, text in table:
        times, n = divmod(n, value)
        out += text * times
    return out


def caesar(text, k):
    return "".join(chr((ord(c) - base + k) % 26 + base) if c.isalpha() and (base := 65 if c.isupper() else 97) else c for c in text)


def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


data = [5, 3, 9, 1, 5, 8, 2]
print(quicksort(data), mergesort(data), quicksort(["bb", "a", "ccc"], key=len), sorted(data) == mergesort(data))
grid = ["..#.", ".##.", "....", "#.#."]
print(bfs(grid, (0, 0), (0, 3)), bfs(grid, (0, 0), (3, 3))[-1], bfs(["#"], (0, 0), (5, 5)))
print(topological([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket")]))
try:
    topological([("a", "b"), ("b", "a"), ("c", "a")])
except ValueError as error:
    print(error)
print(edit_distance("kitten", "sitting"), ways(100, (50, 25, 10, 5, 1)), knapsack([("a", 3, 4), ("b", 4, 5), ("c", 2, 3)], 6), lcs("AGGTAB", "GXTXAYB"))
print(next(queens(6)), sum(1 for _ in queens(6)), sieve(50), rsa(2**31 - 1, 2**61 - 1, 65537, 123456789012345))
print(dijkstra({"a": {"b": 4, "c": 1}, "b": {}, "c": {"b": 2}, "d": {}}, "a"), [roman(n) for n in (4, 9, 14, 1994, 2024)], caesar("Hello, World!", 3), caesar(caesar("xyz", 3), -3))
print(gcd(2**40, 6**20), [f"{n:>4b}|{n:o}|{n:#x}" for n in (5, 64)], f"{2**100:,}", 2**200 % 97, (-7) // 2, -7 % 3, divmod(-7, 2), 7 ^ 2, ~5, 1 << 40, round(2.675, 2), 10**20 / 3)
