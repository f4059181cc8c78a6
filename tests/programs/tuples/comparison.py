print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 9), (1, 2) == (1, 2), (1, 2) != (2, 1), () < (0,))
print((1, "a") < (1, "b"), max((3, 1), (2, 9)), sorted([(2, "b"), (1, "z"), (2, "a")]))
try:
    (1, "a") < (1, 2)
except TypeError as e:
    print(e)
try:
    (1,) < [1]
except TypeError as e:
    print(e)
print((1,) == [1])
