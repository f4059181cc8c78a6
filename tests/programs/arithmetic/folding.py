print(2 * 3 + 4 % 3 - 7 // -2, 1 << 10, -7 % 3, ~5, not 3, -(-5))
print(True + 1, True & False, 5 & True, not "", not "x", not None)
print(1 < 2 < 3, 1 < 3 < 2, "a" == "a", "a" != "b", 1 == "1")
