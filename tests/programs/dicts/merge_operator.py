a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print(a | b, b | a, a, b)
c = a
a |= b
print(a is c, a)
a |= [("w", 0)]
print(a)
try:
    a | [("w", 0)]
except TypeError as e:
    print(e)
try:
    [1] | a
except TypeError as e:
    print(e)
