d = {}
for i in range(300):
    d[i * 64] = i
for i in range(0, 300, 3):
    del d[i * 64]
print(len(d), sum(d), sum(d.values()))
for i in range(300):
    d[str(i)] = i
print(len(d), d["299"], d[64], d.get(0), list(d)[:5], list(d)[-3:])
while len(d) > 3:
    d.popitem()
print(d)
for i in range(1000):
    d[i % 7] = i
    d.pop((i + 3) % 7, None)
print(d)
