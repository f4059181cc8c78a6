a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b)
print(a.union([7], (8,)), a.intersection([1, 2, 9]), a.difference([1], [2]), a.symmetric_difference([4, 6]))
print(a <= b, {3} < a, a >= {1, 2}, a > a, a == {4, 3, 2, 1}, a != b, a.isdisjoint({9}), a.issubset(range(10)), a.issuperset([1]))
f = frozenset([1, 2, 9])
print(a & f, f & a, type(a & f).__name__, type(f & a).__name__, f | {5}, f == {1, 2, 9}, {1, 2, 9} == f)
c = a
a |= {10}
a &= set((1, 2, 10, 11))
a -= {2}
a ^= {1, 50}
print(a, a is c)
for g in (lambda: a | [1], lambda: a & 5, lambda: a < [1], lambda: [1] - a):
    try:
        g()
    except TypeError as e:
        print(e)
