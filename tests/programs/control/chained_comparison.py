def middle():
    print("once")
    return 5


print(1 < middle() < 10)
print(9 < middle() < middle())
if 1 < middle() <= 5 != 6:
    print("in")
a = 3
print(a == a == 3, 1 < a > 2, 5 > a > 4)
