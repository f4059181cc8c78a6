# finally runs on every way out.
def f(how):
    for i in range(3):
        try:
            print("try", how, i)
            if how == "return":
                return i
            if how == "break":
                break
            if how == "continue" and i < 1:
                continue
            if how == "raise":
                raise ValueError(how)
        finally:
            print("finally", i)
    else:
        print("else")
    return "end"


for how in ("return", "break", "continue", "fall"):
    print(f(how))
try:
    f("raise")
except ValueError as e:
    print(e)
