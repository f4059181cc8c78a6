"""A parameter that was deleted has no value, also where it is deleted again."""

def f(p):
    del p
    try:
        del p
    except UnboundLocalError as e:
        print(e)
    try:
        print(p)
    except UnboundLocalError as e:
        print(e)


def g():
    q = 1
    del q
    try:
        del q
    except UnboundLocalError as e:
        print(e)


def h(p):
    del p
    del p
    return 1


f(1)
g()
try:
    h(2)
except UnboundLocalError as e:
    print(e)
