def g():
    print('g ran')
    return 1


def h():
    if g() == 5:
        u = 1
    return u + g()


h()
