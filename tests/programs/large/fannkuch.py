"""Pancake flips: the largest number of flips over all permutations, and a checksum."""


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    checksum = flips_max = 0
    sign = 1
    while True:
        first = permutation[0]
        if first:
            work = permutation[:]
            flips = 0
            while first:
                work[:first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            flips_max = max(flips_max, flips)
            checksum += sign * flips
        if sign == 1:
            permutation[0], permutation[1] = permutation[1], permutation[0]
            sign = -1
            continue
        permutation[1], permutation[2] = permutation[2], permutation[1]
        sign = 1
        for i in range(2, n):
            if count[i] < i:
                count[i] += 1
                break
            if i == n - 1:
                return checksum, flips_max
            count[i] = 0
            permutation.insert(i + 1, permutation.pop(0))


for n in range(3, 7):
    checksum, flips = fannkuch(n)
    print("%d\nPfannkuchen(%d) = %d" % (checksum, n, flips))
