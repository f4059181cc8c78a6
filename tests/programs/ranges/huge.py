r = range(2**40, 2**40 + 5)
print(r, len(r), list(r), r[2], r[-1], 2**40 + 3 in r, 3 in r, list(reversed(r)))
r = range(-(2**70), 2**70, 2**69)
print(list(r), r[1:3], r.index(0), len(r))
print(range(2**31 - 3, 2**31 + 2)[3], list(range(2**31 - 2, 2**31 + 2)), list(range(-(2**31) + 1, -(2**31) - 3, -1)))
big = range(10**20)
print(big, big[10**19], 10**20 in big, 10**20 - 1 in big, big[::10**19], bool(big))
try:
    len(big)
except OverflowError as e:
    print(e)
for i in range(2**31 - 2, 2**31 + 2):
    print(i)
it = iter(big)
print(next(it), next(it))
