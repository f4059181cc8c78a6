# The parts of an augmented assignment's target are evaluated once.
def note(what, value):
    print(what)
    return value


x = [1, 2, 3, 4]
note("object", x)[note("index", 1)] += note("value", 10)
print(x)
x[1:3] += [7]
print(x)
y = x
y += [5]
print(x is y, x)
y = y + [6]
print(x is y, len(x), len(y))
d = {"k": [1]}
d["k"] *= 3
print(d)


class C:
    n = 5


c = C()
note("c", c).n -= note("d", 2)
print(c.n, C.n)
c.text = "ab"
c.text *= 2
print(c.text)
f = 7
f /= 2
f **= 2
f //= 1
f %= 5
print(f)
n = 6
n <<= 2
n >>= 1
n |= 1
n &= 11
n ^= 2
print(n)
