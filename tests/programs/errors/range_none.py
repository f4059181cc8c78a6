def f(n):
    for i in range(0, n):
        print(i)


f(2)
f(None)
