for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 0.1 + 0.2, 1e20, 123.456, -7.55, 5e-324):
    print(round(x), [round(x, n) for n in range(-2, 5)], int(x))
print(round(1.5, None), round(2.5e15 + 0.5), round(-0.4), round(1e300, -300), round(1.25, 1), round(1.35, 1))
print(round(5e15 + 0.5), (2.5).__floor__(), (2.5).__ceil__(), (-2.5).__floor__(), (-2.5).__ceil__(), (-2.5).__trunc__())
