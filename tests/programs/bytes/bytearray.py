# Changing a bytearray.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


a = bytearray(b"hello")
a[0] = 72
a[-1] = ord("O")
a.append(33)
a.extend(b" and")
a.extend([1, 2])
a += bytearray(b"xyz")
print(a, len(a), a[0], a[2:5])
del a[0]
del a[-3:]
a.insert(0, 65)
a.insert(100, 90)
print(a, a.pop(), a.pop(0), a)
a.remove(108)
a.reverse()
print(a)
a[1:3] = b"12345"
a[::2] = bytes(len(a[::2]))
print(a)
del a[::3]
print(a, bytes(a))
a *= 2
print(a, a.copy() == a, a.copy() is a)
a.clear()
print(a, bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"))
attempt(a.pop)
attempt(a.append, 256)
attempt(a.append, "a")
attempt(a.remove, 5)
attempt(a.__setitem__, 0, 1)
attempt(bytearray(b"abcd").__setitem__, slice(0, 4, 2), b"x")
attempt(bytearray(b"abcd").__setitem__, slice(0, 2), 5)
attempt(hash, a)
b = bytearray()
for i in range(1000):
    b.append(i & 255)
print(len(b), sum(b), b[255:259])


class Buffer(bytearray):
    pass


c = Buffer(b"xy")
c += b"z"
c *= 2
print(c, type(c).__name__, c[1:3], c == b"xyzxyz")
