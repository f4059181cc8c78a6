# Inner clauses run first; an exception in one goes on outwards.
def f(n):
    try:
        try:
            try:
                print("body")
                if n == 0:
                    return "zero"
                if n == 1:
                    raise KeyError("one")
            finally:
                print("inner")
                if n == 2:
                    raise ValueError("two")
        finally:
            print("middle")
    except (KeyError, ValueError) as e:
        print(repr(e), repr(e.__context__))
        return "caught"
    finally:
        print("outer")
    return "end"


for n in range(4):
    print(f(n))


def g():
    for i in range(2):
        try:
            for j in range(2):
                try:
                    if j:
                        break
                    continue
                finally:
                    print("j", i, j)
            continue
        finally:
            print("i", i)


g()
try:
    try:
        print("module")
    finally:
        print("finally")
        for i in range(2):
            try:
                continue
            finally:
                print(i)
finally:
    print("end")
