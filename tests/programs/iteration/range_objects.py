# Ranges with arguments that are no small integers.
def count(*args):
    n = 0
    for i in range(*args):
        n += 1
        if n > 3:
            break
    return n, i


def up(n):
    last = None
    for i in range(n):
        last = i
        if i > 2:
            break
    return last


def steps(start, stop):
    out = []
    for i in range(start, stop, 3):
        out.append(i)
        if len(out) == 3:
            break
    return out


def down(start, stop):
    out = []
    for i in range(start, stop, -1):
        out.append(i)
        if len(out) == 3:
            break
    else:
        out.append("end")
    return out


print(up(5), up(10**20), up(True), up(False), up(-(10**20)))
print(steps(0, 10**12), steps(10**12, 10**12 + 5), steps(-(10**12), 0), steps(2147483640, 2147483700))
print(down(3, -(10**12)), down(10**12, 10**12 - 2), down(-2147483647, -2147483650), down(True, -1))
print(count(5), count(2, 9), count(0, 100, 7), count(10**10, 10**11, 10**10))


class Index:
    def __index__(self):
        return 2


print(up(Index()), steps(Index(), 9))
for bad in (1.0, "3", None, [1]):
    try:
        up(bad)
    except TypeError as e:
        print(e)
for i in range(2147483646, 2147483649):
    print(i)
for i in range(0, 10, 0x7FFFFFFF):
    print(i)
x = 3
for x in range(x, x + 3):
    print(x)
for x in range(3):
    x += 10
    print(x)
