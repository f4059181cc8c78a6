def g():
    print('g ran')
    return 1


if g() == 2:
    unbound_function = g
unbound_function(g())
