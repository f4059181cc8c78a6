# A finally clause can replace what it interrupts.
def a():
    try:
        return 1
    finally:
        return 2


def b():
    try:
        raise ValueError
    finally:
        return 3


def c():
    while True:
        try:
            raise ValueError
        finally:
            break
    return 4


def d():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
    return "never"


def e():
    x = 1
    try:
        return x
    finally:
        x = 2


def f():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


print(a(), b(), c(), d(), e(), f())
