# An unbound operand raises before what follows it is evaluated.
def f():
    print("f")
    return 1


try:
    u + f()
except NameError as e:
    print(e)
try:
    [u, f()]
except NameError as e:
    print(e)


def g():
    try:
        v[f()] = f()
    except UnboundLocalError as e:
        print(e)
    v = 1


g()
try:
    u += f()
except NameError as e:
    print(e)
try:
    u(f())
except NameError as e:
    print(e)
