print(hash(()), hash((1,)), hash((1, 2, 3)), hash((-1, -2)), hash(((1, 2), (3, 4))))
print(hash((1.5, 2**70, True, 10**18)), hash((2**61 - 1, -(2**61), 2**62)))
print(hash((1, 2)) == hash((1.0, 2.0)))
try:
    hash((1, []))
except TypeError as e:
    print(e)
