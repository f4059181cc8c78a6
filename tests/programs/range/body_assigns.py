for i in range(5):
    print(i, end=" ")
    i *= 10
    print(i, end=" ")
print(i)


def f():
    for n in range(0, 6, 2):
        n += 1
        print(n, end=" ")
    print(n)


f()
