# The value first, then the targets from left to right.
def note(what, value):
    print(what)
    return value


x = [0, 0, 0]
note("object", x)[note("index", 0)] = y = note("value", 7)
print(x, y)
note("a", x)[note("i", 1)], note("b", x)[note("j", 2)] = note("u", 1), note("v", 2)
print(x)
y = x[1] = y + 1
print(x, y)
(p, y) = z = y, 5
print(p, y, z)
