# The first clause that matches.
def attempt(f):
    try:
        print("try")
        f()
        print("done")
    except ZeroDivisionError:
        print("zero")
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, e)
    except ValueError as e:
        print("value", e)
    except:
        print("other")
    else:
        print("else")


def zero():
    1 // 0


def key():
    {}["k"]


def index():
    [][3]


def value():
    raise ValueError("v", 1)


def other():
    raise RuntimeError


def fine():
    pass


for f in (zero, key, index, value, other, fine):
    attempt(f)
