def f():
    try:
        return 1 // 0
    except KeyError:
        print("no")


try:
    f()
except ZeroDivisionError as e:
    print("outer", e)
f()
