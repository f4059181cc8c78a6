"""RecursionError can be caught, again and again."""


def f(n):
    return f(n + 1) + 1


for i in range(3):
    try:
        f(0)
    except RecursionError as e:
        print(e)


class R:
    def __repr__(self):
        return repr(self)


try:
    repr(R())
except RecursionError:
    print("repr")
l = []
l.append(l)
try:
    l == [l]
    a = []
    b = []
    a.append(b)
    b.append(a)
    print(a == b)
except RecursionError as e:
    print("compare")
