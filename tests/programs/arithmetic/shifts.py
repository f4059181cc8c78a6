def shifts(a, b):
    print(a << b, a >> b)


shifts(1, 0)
shifts(1, 30)
shifts(-1, 31)
shifts(5, 3)
shifts(-5, 1)
shifts(0, 100)
wide = 40
print(12345 >> wide, -12345 >> wide, 0 << wide, -1 >> 31)
