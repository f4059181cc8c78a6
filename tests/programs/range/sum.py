def total(n):
    s = 0
    for i in range(n):
        s += i
    return s


print(total(0), total(1), total(1000))
