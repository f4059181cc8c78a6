numbers = [0, 1, -1, True, 2**31, -(2**31), 2**31 - 1, 2**64, -(2**64), 2**64 + 1, 1.0, 2.0**64, 0.5, -0.0]
for a in numbers:
    print(a, [(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in numbers])
print(sorted(numbers))
print(max(numbers), min(numbers), sum(numbers))
print(2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, 10**400 < float("inf"), -(10**400) < 1.5)
