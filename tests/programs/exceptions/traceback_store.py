def f(x):
    x[0] = 1


try:
    f(())
except TypeError as e:
    print(e)
f(5)
