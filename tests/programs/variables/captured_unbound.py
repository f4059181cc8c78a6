"""A captured variable that is unbound: one message where it is local, another where it is free."""
def g():
    def h(): return z
    try: print(z)
    except NameError as e: print(e)
    try: h()
    except NameError as e: print(e)
    z = 1
g()
