# Subscripts and slices.
x = [10, 20, 30, 40, 50]
print(x[0], x[-1], x[True], x[1:3], x[:2], x[3:], x[:], x[::2], x[::-1], x[-2:], x[4:1:-2])
t = (1, 2, 3)
print(t[1], t[1:], t[::-1])
s = "héllo"
print(s[1], s[-1], s[1:4], s[::-1], s[10:], s[:-1])
print(b"abc"[1], b"abc"[1:])
d = {"k": [1, {"l": (5, 6)}]}
print(d["k"][1]["l"][0])
x[1:3] = "ab"
print(x)
x[::2] = [1, 2, 3]
print(x)
x[2:2] = [7, 8]
print(x)
x[1:] = []
print(x)
print([1, 2, 3][1], (4, 5)[0], "abc"[2], {1: 2}[1])
for index in (5, -6, "a", 1.5, None):
    try:
        print([1, 2, 3, 4, 5][index])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
