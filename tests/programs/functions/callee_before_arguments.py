def first(x):
    return "first"


def second(x):
    return "second"


f = first


def swap():
    global f
    f = second
    return 0


print(f(swap()))
print(f(0))
