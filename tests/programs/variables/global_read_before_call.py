x = 1


def change():
    global x
    x = 100
    return 10


print(x + change())
print(x, change(), x)
x = 1
x += change()
print(x)
x = 1
print(x < change() < x)
