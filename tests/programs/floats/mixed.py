print(1 + 0.5, 0.5 + 1, 3 - 0.5, 0.5 - 3, 3 * 0.5, 1.5 // 1, 7 % 2.5, 2**0.5, 2.5**2, True + 0.5, 0.5 * False)
print(2**70 + 0.5, 0.5 * 2**70, 2**70 / 2.0**70, 10**25 / 10**24, 3.0 < 2**70, 2**70 == float(2**70))
x = 5
x /= 2
print(x)
x += 1
x -= 0.25
x *= 2
x //= 1
x **= 2
x %= 7
print(x)
for operation in (lambda: 10**400 * 1.0, lambda: 10**400 / 3, lambda: 1.5 + "a", lambda: 1.5 < "a", lambda: 2.0**10000):
    try:
        print(operation())
    except (OverflowError, TypeError) as e:
        print(type(e).__name__, e)
