def f():
    return "first"


def call():
    return f()


print(call())


def f():
    return "second"


print(call(), f())
f = call
g = 5
print(g)
