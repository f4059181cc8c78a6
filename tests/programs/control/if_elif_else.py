def sign(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"


for n in range(-5, 21, 5):
    print(n, sign(n))
