def f(n):
    if n:
        x = 1
    return x


print(f(1))
print(f(0))
