numbers = [0, 1, -1, True, 2**31, -(2**31), 2**31 - 1, 2**64, -(2**64), 2**64 + 1, 1.0, 2.0**64, 0.5, -0.0]
for a in numbers:
    print(a, [(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in numbers])
print(sorted(numbers))
print(max(numbers), min(numbers), sum(numbers))
print(2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, 10**400 < float("inf"), -(10**400) < 1.5)
print(min(3, 1, 2), max(3, True, 2), min(2**70, 3), max(1, 1.5), min(True, False), max(2, 2**40), min(-5, 5), max(-1, -2))
print(min(1, 1.0), min(1.0, 1), max(True, 1), max(1, True), min(2, 3, key=lambda x: -x), min(5, 4, 2**31, -(2**31)))
