n = 3
for i in range(n):
    n += 1
print(n)
for n in range(n):
    pass
print(n)


def f(stop):
    count = 0
    for i in range(stop):
        stop = 0
        count += 1
    return count


print(f(4))
