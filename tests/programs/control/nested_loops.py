for i in range(1, 4):
    for j in range(i):
        if j == 2:
            break
        print(i, j)
    else:
        continue
    print("left at", i)
