print(hash(0), hash(-1), hash(-2), hash(1), hash(2**31), hash(2**61 - 1), hash(2**61), hash(-(2**61)), hash(10**30))
print(hash(1.0), hash(0.5), hash(-1.0), hash(1e300), hash(1.5e-300), hash(float("inf")), hash(-float("inf")))
print(hash(0.1), hash(3.0) == hash(3), hash(2.0**80) == hash(2**80), hash(True), hash(1 + 2j), hash(3 + 0j))
d = {1: "int", 2**40: "big", 0.5: "float", 1j: "complex"}
print(d[1.0], d[True], d[2.0**40], d[0.5 + 0j], d[1j])
