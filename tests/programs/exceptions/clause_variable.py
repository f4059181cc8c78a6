# The variable of a clause is deleted at its end.
e = 1
try:
    raise ValueError("x")
except ValueError as e:
    print(e)
try:
    print(e)
except NameError as f:
    print(f)


def local():
    try:
        raise KeyError(1)
    except KeyError as k:
        k = 5
    return k


try:
    local()
except UnboundLocalError as e:
    print(e)


def loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 1:
                continue
            print(e)
    try:
        return e
    except UnboundLocalError:
        return "gone"


print(loop())
