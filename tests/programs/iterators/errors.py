class Bad:
    def __iter__(self):
        return 5


class NoIter:
    __iter__ = None


for x in (5, None, Bad(), NoIter()):
    try:
        for y in x:
            pass
    except TypeError as e:
        print(e)
    try:
        1 in x
    except TypeError as e:
        print(e)
try:
    next([1])
except TypeError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
try:
    iter(5, 6)
except TypeError as e:
    print(e)
