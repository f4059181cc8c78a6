for x in (0, 1, -1, -2, 5, True, False, 2**31, -(2**31), 2**61 - 1, 2**61, -(2**61), 2**64, 10**30, 0.0, -0.0, 0.5, 1.5, -3.75, 1e300, float("inf"), float("-inf"), 2.0**70, 1e-300):
    print(x, hash(x))
print(hash(1) == hash(1.0) == hash(True), hash(2**100) == hash(2.0**100))
