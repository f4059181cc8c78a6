"""try, except, else, finally."""


def f(x):
    try:
        print("try", x)
        if x == 1:
            raise ValueError("one")
        if x == 2:
            raise KeyError("two")
        if x == 3:
            return "returned"
    except ValueError as e:
        print("except", e)
    except (KeyError, IndexError) as e:
        print("group", repr(e))
    else:
        print("else")
    finally:
        print("finally")
    return "end"


for i in range(4):
    print(f(i))
try:
    try:
        1 / 0
    finally:
        print("cleanup")
except ZeroDivisionError as e:
    print(e)


def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("fin", i)
    try:
        return "try"
    finally:
        return "finally"


print(g())
