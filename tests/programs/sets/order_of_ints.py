print({5, 3, 1, 100, 50, 8, 16, 24, 32})
print(set(range(20, 0, -1)), set(range(-10, 10)))
print({i * 8 for i in range(20)})
print({i * 1024 for i in range(-10, 10)})
print({2**40, 2**70, -1, -2, 0, 1.5, 0.25, 1e10})
print({(i, j) for i in range(4) for j in range(3)})
s = set()
for i in range(40):
    s.add(i * i % 101)
    if i % 3 == 0:
        s.discard(i)
print(s)
print(list(map(s.pop.__call__, [])) if False else sorted(s)[:5])
