def find(n):
    for i in range(n):
        if i * i > 20:
            print("at", i)
            break
    else:
        print("none below", n)


find(4)
find(10)
find(0)
