def f(step):
    for i in range(0, 5, step):
        print(i)


f(3)
f(0)
