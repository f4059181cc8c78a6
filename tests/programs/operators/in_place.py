class Acc:
    def __init__(self):
        self.log = []

    def __iadd__(self, o):
        self.log.append(("+=", o))
        return self

    def __isub__(self, o):
        return "replaced"

    def __mul__(self, o):
        return ("mul", o)

    def __ior__(self, o):
        return NotImplemented

    def __or__(self, o):
        return ("or", o)


a = Acc()
b = a
a += 1
a += "x"
print(a is b, a.log)
a *= 3
print(a)
a = b
a |= 4
print(a)
a = b
a -= 1
print(a)
try:
    b //= 2
except TypeError as e:
    print(e)
try:
    x = 1
    x += "a"
except TypeError as e:
    print(e)
try:
    x = "a"
    x -= 1
except TypeError as e:
    print(e)
try:
    x = None
    x **= 2
except TypeError as e:
    print(e)
