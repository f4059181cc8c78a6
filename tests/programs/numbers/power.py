print(2**10, 2**100, (-3) ** 5, (-3) ** 50, 0**0, 10**0, 7**77)
print(2**-1, 10**-3, (-2) ** -3, 2**0.5, 4**-0.5)
print(pow(3, 200, 1000007), pow(3, -1, 7), pow(-3, 5, 7), pow(3, 5, -7), pow(2, 10), pow(5, 0, 1))
print(pow(123456789, 987654321, 10**20 + 39))
for arguments in ((2, -1, 4), (2, 3, 0), (0, -1), (2, 3, 1.5), ("a", 2)):
    try:
        print(pow(*arguments))
    except (ValueError, ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e)
