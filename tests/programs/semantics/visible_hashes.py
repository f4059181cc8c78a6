# Hashes of numbers, the order of sets of ints, identity in containers.
print([hash(n) for n in (0, 1, -1, -2, 2**31, 2**61 - 1, 2**61, -2**61, 10**30, True)])
print([hash(x) for x in (0.0, -0.0, 1.0, 0.5, -1.5, 1e300, float("inf"), float("-inf"))])
print(hash((1, 2)), hash(()), hash((1.0, -1)) == hash((1, -1)), hash(None) == hash(None))
print({3, 1, 2}, {100, 4, 36, 68, 5}, {-1, -2, -3}, {8, 0, 16, 24}, set(range(20, 0, -3)))
s = {10, 2, 33}
s.remove(2)
s.add(50)
s |= {1, 2, 3, 4, 5, 6, 7}
print(s, sorted(s), s.pop(), s)
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, (nan,) == (nan,), {nan: 1}[nan], [float("nan")] == [float("nan")])
print({1: "int", 1.0: "float", True: "bool"}, {2**70: 1}[2.0**70], 1 in {True}, 0.0 in {0})
