def f(x):
    x -= None
    return x


f(5)
