def f(g):
    g()


f('text')
