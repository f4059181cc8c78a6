x = "global"


def f():
    x = "local"
    print(x)


f()
print(x)
