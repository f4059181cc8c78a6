"""locals(), vars() and dir() in a function show the variables that have values"""


def plain(a, b=2, *args, c=3, **others):
    first = dict(locals())
    d = a + b
    if d > 100:
        e = 1
    print(first)
    print(sorted(locals().items() - {"first": 0}.items(), key=lambda item: item[0])[:4])
    print(dir(), "e" in vars())
    locals()["a"] = 99
    return a


print(plain(1))
print(plain(100, 1, 5, 6, c=0, x=1))


def outer():
    kept = 1
    other = 2

    def inner(own):
        return kept, sorted(locals())

    print(sorted(locals()))
    return inner(3)


print(outer())
print("{x} and {y}".format(**(lambda x, y: locals())(1, 2)))


def deleted():
    x = y = 1
    del x
    return locals()


print(deleted())
