# Variables that are assigned in a region are right in its handler.
def f(n):
    x = "start"
    y = 0
    try:
        x = "one"
        y += n
        if n == 1:
            raise ValueError(x)
        x = "two"
        y += 10 // (n - 2)
        x = "three"
        y = y + [] if n == 3 else y
    except ValueError:
        return "value", x, y
    except ZeroDivisionError:
        return "zero", x, y
    except TypeError:
        return "type", x, y
    return "fine", x, y


for n in range(5):
    print(f(n))


def g(items):
    total = 0
    for item in items:
        try:
            value = int(item)
        except ValueError:
            value = -1
            continue
        finally:
            total += 1
        total += value * 10
    return total, value


print(g(["1", "x", "2"]), g(["y"]))


def h():
    try:
        a = 1
        b = a.missing
        c = 2
    except AttributeError:
        pass
    try:
        return a, b
    except UnboundLocalError as e:
        print(e)
    try:
        return c
    except UnboundLocalError as e:
        return str(e)


print(h())
