def numbers(start, stop, step):
    for i in range(start, stop, step):
        print(i, end=" ")
    else:
        print("end")


numbers(0, 10, 3)
numbers(10, 0, -4)
numbers(0, 10, -1)
numbers(5, 5, 1)
numbers(2147483640, 2147483647, 5)
numbers(-2147483640, -2147483648, -5)
numbers(2147483640, 2147483647, 2147483647)
numbers(-2147483640, -2147483648, -2147483648)
numbers(-2147483648, 2147483647, 2147483647)
numbers(True, 4, True)
numbers(4, 1, -True)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("index", self.value, end="; ")
        return self.value


numbers(Index(1), Index(10), Index(4))
numbers(Index(10), 1, Index(-4))
numbers(0, 3 * 10**20, 10**20)
numbers(0, -3 * 10**20, -(10**20))
numbers(-(10**20), 10**20, 10**20)
numbers(5, 10**20, 10**20)


def fails(start, stop, step):
    try:
        for i in range(start, stop, step):
            print("not here", i)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


fails(0, 10, 0)
fails(10, 0, 0)
fails(0, 0, False)
fails(Index(1), Index(2), Index(0))
fails("a", 1, 0)
fails(1, "a", 0)
fails(1, 2, "a")
fails(1, 2, 1.0)
fails(1.5, None, 0)


def zero():
    for i in range(0, 10, 0):
        print("not here", i)


def wrong():
    for i in range(0, 10, "x"):
        print("not here", i)


for f in zero, wrong:
    try:
        f()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

for i in range(0, 4 * 10**20, 10**20):
    print(i, end=" ")
print()


def changes(step):
    """The step, the stop and the target change in the body, and nothing else does."""
    stop = 20
    for i in range(2, stop, step):
        print(i, end=" ")
        step += 1
        stop -= 1
        i *= 2
    print(step, stop, i)
    for step in range(step, step + 9, step // 3):
        print(step, end=" ")
    print(step)


changes(3)

STEP = -3


def use_global():
    global STEP
    for i in range(10, 0, STEP):
        print(i, end=" ")
        STEP -= 1
    print(STEP)


use_global()


def leave(start, stop, step):
    for i in range(start, stop, step):
        if i % 3 == 0:
            continue
        if i > 30:
            break
        print(i, end=" ")
    else:
        print("all", end=" ")
    print("after", i)


leave(0, 50, 7)
leave(0, 30, 7)
leave(30, -10, -5)


def sieve(n):
    flags = bytearray(b"\1") * (n + 1)
    primes = []
    for i in range(2, n + 1):
        if flags[i]:
            primes.append(i)
            for j in range(i * i, n + 1, i):
                flags[j] = 0
    return primes


print(sieve(60))


def nested(steps):
    for a in steps:
        for b in range(0, 6, a):
            for c in range(b, -6, -a):
                print(a, b, c, end=" ")
    print()


nested([2, 3, 4])


def generate(a, b, c):
    for i in range(a, b, c):
        yield i


print(list(generate(0, 10, 3)), list(generate(10, 0, -3)), [i for i in generate(0, 4, 10**20)])
print([i for i in range(STEP, 20, -STEP)], {i: i for i in range(20, 0, STEP)})
