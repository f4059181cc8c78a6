def add(a, b):
    return a + b


def three(a, b, c):
    return a * 100 + b * 10 + c


print(add(add(1, 2), add(3, add(4, 5))))
print(three(add(0, 1), three(0, 0, 2), add(1, add(1, 1))))
print(three(1, add(1, 1) + add(0, 0), 3 if add(1, 0) else add(4, 4)))
