def f():
    return f | 1


f()
