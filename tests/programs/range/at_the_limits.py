for i in range(2147483640, 2147483647, 3):
    print(i)
for i in range(-2147483645, -2147483648, -2):
    print(i)
for i in range(2147483645, 2147483647):
    print(i)
