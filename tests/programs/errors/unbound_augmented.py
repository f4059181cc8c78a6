total = 1


def f():
    total += 1


f()
