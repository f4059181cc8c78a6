# Evaluation order of subscripts.
def note(what, value=0):
    print(what)
    return value


x = [1, 2, 3]
note("object", x)[note("start", 0) : note("stop", 2) : note("step", 1)]
note("object", x)[note("index", 0)] = note("value")
del note("object", x)[note("index", 0)]
print(x)
i = 0
print(x[i] + (i := 1) + x[i], x)
