# A comparison's result may be any object; its truth decides.
class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        self.n -= 1
        return [1] * self.n

    def __iadd__(self, other):
        return ("added", other)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        return "ignored"


o = Odd(3)
while o < 0:
    print("still", o.n)
print(Odd(2) < 1, not (Odd(1) < 1), (Odd(3) < 1) and "yes")
o += 5
print(o)


class Broken:
    def __lt__(self, other):
        return self

    def __bool__(self):
        raise ValueError("no truth")


try:
    if Broken() < 1:
        print("true")
except ValueError as error:
    print(error)


class Init:
    def __init__(self, result):
        self.seen = True
        return result


print(Init(None).seen)
try:
    Init(5)
except TypeError as error:
    print(error)
