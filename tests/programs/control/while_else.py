def search(limit, stop):
    n = 0
    while n < limit:
        if n == stop:
            print("found", n)
            break
        n += 1
    else:
        print("exhausted", n)
    return n


print(search(5, 3))
print(search(5, 9))
print(search(0, 0))
