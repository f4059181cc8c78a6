big = 2147483647
small = -big - 1
print(big + 1, small - 1, -small, big * big, small * small, small // -1)
print(big << 1, 1 << 100, small << 40, abs(small))
total = 1
for i in range(1, 30):
    total *= i
    print(i, total)
while total > 1:
    total //= 7
    print(total)
total = big
total += 1
print(total, total - 1 == big, type(total).__name__)
total -= 1
print(total, total is big or total == big)
