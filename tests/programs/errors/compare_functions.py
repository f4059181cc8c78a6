def f():
    return f < f


f()
