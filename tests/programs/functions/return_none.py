def f(n):
    if n:
        return
    return 5


print(f(1), f(0))
