def isqrt(n):
    low = 0
    high = 46341
    while high - low > 1:
        mid = (low + high) // 2
        if mid * mid <= n:
            low = mid
        else:
            high = mid
    return low


print(isqrt(0), isqrt(15), isqrt(16), isqrt(2147395600), isqrt(2147483647))
