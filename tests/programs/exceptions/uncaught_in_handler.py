def f():
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("bad key") from e


def g():
    try:
        f()
    finally:
        print("finally")


try:
    g()
except ValueError:
    [].pop()
