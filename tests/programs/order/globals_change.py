# Operators of classes may change variables that were read before.
x = 1


class A:
    def __add__(self, other):
        global x
        x = 100
        return 10

    def __getattr__(self, name):
        global x
        x += 1
        return 5

    def __getitem__(self, i):
        global x
        x += 1000
        return i

    def __bool__(self):
        global x
        x = 7
        return True

    def __eq__(self, other):
        global x
        x *= 2
        return True


a = A()
print(x + (a + 1), x)
print(x + a.b, x)
print(x - a[3], x)
print([x, a + 1, x])
print(x * (5 if a else 6), x)
print((x, a == 1, x))
x = 1
y = [0]
y[0] = x + (a + a)
print(y, x)
x = 3
for i in range(x):
    a + 1
print(i, x)
