"""NameError.name, of globals, locals and names of class bodies"""


def local():
    print(variable)
    variable = 1


def free():
    def inner():
        return outer

    inner()
    outer = 1


def in_class():
    class C:
        x = never_there


def global_name():
    return never_there


def deleted():
    global g
    g = 1
    del g
    return g


for f in (local, free, in_class, global_name, deleted):
    try:
        f()
    except NameError as error:
        print(type(error).__name__, error.name, error)
