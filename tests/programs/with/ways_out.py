# __exit__ is called on every way out.
class M:
    def __enter__(self):
        print("enter")

    def __exit__(self, *args):
        print("exit", args[0])


def f(how):
    for i in range(2):
        with M():
            if how == "return":
                return i
            if how == "break":
                break
            if how == "continue":
                continue
            print("end")
    return "over"


for how in ("return", "break", "continue", "end"):
    print(f(how))


def g():
    with M():
        try:
            with M():
                return 1
        finally:
            print("finally")


print(g())
