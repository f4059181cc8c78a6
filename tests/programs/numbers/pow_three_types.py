"""pow() with three arguments that are no integers."""

for args in [(2, 3, []), (2, 3, 1.5), (2, 1.5, 3), (1.5, 2, 3), ([], 2, 3), (2, "a", 3), (2, 3, 5)]:
    try:
        print(pow(*args))
    except TypeError as e:
        print(e)
