def f(items):
    for x in items:
        print(x)


f([1, 2])
f(7)
