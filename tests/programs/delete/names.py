# A deleted name is unbound.
x = 1
del x
try:
    print(x)
except NameError as e:
    print(e)
x = 2
print(x)


def f(delete):
    y = 1
    if delete:
        del y
    try:
        return y
    except UnboundLocalError as e:
        return str(e)


print(f(False))
print(f(True))
a, b, c = 1, 2, 3
del a, (b, [c])
try:
    print(c)
except NameError as e:
    print(e)


def g():
    global z
    z = 1
    del z


g()
try:
    z
except NameError as e:
    print(e)
try:
    del z
except NameError as e:
    print(e)


def h():
    for i in range(3):
        if i:
            del v
        v = i
    del v
    del v


try:
    h()
except UnboundLocalError as e:
    print(e)
