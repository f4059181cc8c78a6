def divide(a, b):
    print(a // b, a % b)


for a in range(-7, 8, 7):
    for b in range(-3, 4, 2):
        divide(a, b)
divide(2147483647, -1)
divide(-2147483648, 1)
divide(-2147483648, 2147483647)
divide(-2147483648, 10)
