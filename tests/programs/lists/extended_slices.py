a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-3], a[::2], a[1::3], a[::-1], a[8:2:-2], a[5:5], a[7:3])
print(a[-100:100], a[100:], a[:-100], a[::100], a[::-100], a[True:4])
a[2:5] = ["x"]
print(a)
a[1:1] = [10, 20, 30]
print(a)
a[:] = a[::-1]
print(a)
a[::2] = ["e"] * len(a[::2])
print(a)
a[-1:0:-3] = "wxyz"
print(a)
a[3:] = []
print(a)
a[1:2] = range(5)
print(a)
a[1:3] = a
print(a)
