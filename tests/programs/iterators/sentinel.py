values = [1, 2, 3, 0, 5]


def pop():
    return values.pop(0)


print(list(iter(pop, 0)), values)
it = iter(lambda: 7, 7)
print(list(it), list(it), type(it).__name__)
