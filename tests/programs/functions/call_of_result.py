def inner(n):
    return n + 1


def outer():
    return inner


print(outer()(5))
