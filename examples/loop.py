s = 0
for i in range(10000):
    s += i & 255
print(s)
