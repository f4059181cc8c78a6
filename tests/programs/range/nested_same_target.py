for i in range(3):
    for i in range(10, 12):
        print(i, end=" ")
    print(i)
