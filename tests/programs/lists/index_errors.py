items = [1, 2, 3]
for i in (3, -4, 2**40, -(2**40)):
    try:
        print(items[i])
    except IndexError as e:
        print("IndexError", e)
    try:
        items[i] = 1
    except IndexError as e:
        print("IndexError", e)
    try:
        del items[i]
    except IndexError as e:
        print("IndexError", e)
for key in ("a", 1.5, None, [1]):
    try:
        items[key]
    except TypeError as e:
        print("TypeError", e)
print(items[True], items[False])
