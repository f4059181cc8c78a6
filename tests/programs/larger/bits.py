def popcount(n):
    count = 0
    while n:
        count += n & 1
        n >>= 1
    return count


def reverse(n, width):
    result = 0
    for _ in range(width):
        result = result << 1 | n & 1
        n >>= 1
    return result


print(popcount(0x5A5A), popcount(2147483647), reverse(0b1011, 8))
