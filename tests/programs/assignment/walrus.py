# Assignment expressions.
x = 5
print(x + (x := 7), x)
if (n := len("abcd")) > 3:
    print("long", n)
data = [1, 2, 3]
while (item := data.pop()) != 1:
    print(item)
print(item, (y := 2) + y, y)


def f(a):
    return a + (a := a * 2) + a


print(f(3))
print([z := 4, z + 1, z])
values = [last := v for v in range(4)]
print(values, last)
print((lambda: (q := 3) + q)())
