def numbers(start, stop, step):
    for i in range(start, stop, step):
        print(i, end=" ")
    else:
        print("end")


numbers(0, 10, 3)
numbers(10, 0, -4)
numbers(0, 10, -1)
numbers(5, 5, 1)
numbers(2147483640, 2147483647, 5)
numbers(-2147483640, -2147483648, -5)
