# break skips the else clause, continue does not.
def find(items, wanted):
    for i, item in enumerate(items):
        if item is None:
            continue
        if item == wanted:
            print("found", i)
            break
    else:
        print("not found")
        i = -1
    return i


print(find([1, None, 3], 3), find([1, None, 3], 4), find([5], 5))
for a in range(3):
    for b in range(3):
        if b > a:
            break
        print(a, b)
    else:
        print("full", a)
        break
