"""Functions with many variables recurse until the stack is full; builtins work up there"""


def work():
    words = sorted("some text to be sorted".split(), key=lambda word: (len(word), word))
    return f"{words!r:.40} {3 ** 60:,} {2.5 ** 0.5:8.3f} {int('7' * 25)} {[x * 1.5 for x in range(4)]}"


def wide(n, a=1, b=2, c=3, *args, d=4, **kwargs):
    global deepest
    e, f, g, h, i, j, k, l, m = a, b, c, d, n, a, b, c, d
    o, p, q, r, s, t, u, v, w = a, b, c, d, n, a, b, c, d
    deepest = n
    try:
        wide(n + 1, e, f, g, h, d=i, z=j)
    except RecursionError:
        if results.get(n) is None and len(results) < 40:
            try:
                results[n] = work()
            except RecursionError:
                results[n] = expected
        if len(results) < 40 and n % 2:
            raise
    return e + f + g + h + i + j + k + l + m + o + p + q + r + s + t + u + v + w


expected = work()
results = {}
deepest = 0
print(expected)
for attempt in range(3):
    results.clear()
    try:
        print(type(wide(0)).__name__)
    except RecursionError:
        print("too deep")
    print(set(results.values()) == {expected}, deepest > 100)
