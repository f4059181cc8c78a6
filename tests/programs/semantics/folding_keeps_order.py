# Loads are not moved across what may change them.
x = 1
print(x + (x := 5), x)


def f():
    y = 2
    return y + (y := 7) * y, y


print(f())


def unbound_first(flag):
    def effect():
        print("effect")
        return 1
    if flag:
        u = 1
    return u + effect()


print(unbound_first(True))
try:
    unbound_first(False)
except UnboundLocalError as error:
    print(error)

x = [1]
try:
    x = [x, 1 / 0]
except ZeroDivisionError:
    print(x)
print([1, True, 1.0, -0.0, 0.0, 0, False], {1: "a", True: "b", 1.0: "c"})


def order(n):
    print("order", n)
    return n


l = [0, 0]
l[order(0)], l[order(1)] = order(2), order(3)
print(l)
d = {order("k"): order("v")}
order(print)(order("x"), sep=order("s"))
l[order(0)] += order(5)
print(l, order(1) < order(2) < order(3), order(3) < order(2) < order(1))
