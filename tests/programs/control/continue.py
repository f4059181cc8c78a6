total = 0
n = 0
while n < 20:
    n += 1
    if n % 3 == 0:
        continue
    total += n
print(total)
for n in range(10):
    if n & 1:
        continue
    print(n, end=" ")
print()
