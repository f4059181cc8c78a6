print(list(), list("abc"), list((1, 2)), list(range(3)), list({"a": 1}), list([1]))
a = [1, 2]
b = list(a)
b.append(3)
print(a, b, [*a, *b, 0], [*"xy"])
print(list(map(str, a)), list[int], list[int] == list[int])
