"""The depth at which RecursionError comes."""

depth = 0


def f():
    global depth
    depth += 1
    f()


try:
    f()
except RecursionError:
    print(depth)
