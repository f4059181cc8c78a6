# Lists.
print([], [1], [1, 2], [1, 2, 3, 4, 5], [[1], []])
x = 3
print([x, x + 1, "a", None, 2.5, x])
y = [x, *[4, 5], *(), *"ab", 6]
print(y)
a = [1, 2, 3, 4]
b = [1, 2, 3, 4]
print(a == b, a is b)


def make():
    return [1, 2, 3, 4, 5]


first = make()
first.append(6)
print(make())
x = [x, x]
print(x)
print([*range(3)], [*{"k": 1}])
