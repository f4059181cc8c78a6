def pick(n):
    return "odd" if n & 1 else "even" if n else "zero"


print(pick(0), pick(1), pick(2))
x = 5
x = x + 1 if x > 3 else x
print(x if x else None)
