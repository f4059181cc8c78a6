# What fails assigns nothing.
x = 5
try:
    x = [x, 1 // 0]
except ZeroDivisionError:
    print(x)
try:
    x = x + (1 // 0)
except ZeroDivisionError:
    print(x)
try:
    x = "a" + x
except TypeError:
    print(x)


def f(y):
    try:
        y = y.missing
    except AttributeError:
        pass
    return y


print(f(3))
