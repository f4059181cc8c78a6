x = 12345
values = []
for i in range(500):
    x = (x * 1103 + 12345) % 65536
    values.append(x)
values.sort()
print(values[:10], values[-10:])
print(all(values[i] <= values[i + 1] for i in range(499)))
values.sort(key=lambda v: v % 10)
print(values[:20])
values.sort(reverse=True)
print(values[:5])
values.sort()
print(values[:5])
