# Dictionaries.
def note(value):
    print("note", value)
    return value


print({}, {1: 2}, {"a": [], (1, 2): {}})
d = {note("k"): note(1), note("l"): note(2)}
print(d, {**d, "k": 5}, {"k": 5, **d})
print({1: "int", True: "bool", 1.0: "float"})
x = {"x": d}
x = {"x": x}
print(x)
try:
    {**5}
except TypeError as e:
    print(e)
try:
    {note(1): 2, []: note(3)}
except TypeError as e:
    print(e)
big = {i: i * i for i in range(5)}
print({0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, **big, 10: 10})
