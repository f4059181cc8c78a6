def show(x):
    print("show", x)
    return x * 2


m = map(show, [1, 2, 3])
print(next(m))
f = filter(lambda x: x > 2, m)
print(next(f))
z = zip([1, 2], map(show, "ab"))
for pair in z:
    print(pair)
e = enumerate(iter([5, 6]))
print(next(e), list(e))
print(iter(m) is m, iter(z) is z)
