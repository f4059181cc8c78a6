# Names are bound when a pattern has matched as a whole, before its guard.
x = y = None
match [1, 2]:
    case [x, 3]:
        print("no")
    case [y, 2]:
        print("yes")
print(x, y)


def refuse(v):
    print("guard", v)
    return False


match 5:
    case x if refuse(x):
        print("no")
    case z if z > 10:
        print("no")
    case (4 | 5 | 6) as w:
        print(w, x, z)
match (1, (2, 3)):
    case (a, (b, c) as d) as e:
        print(a, b, c, d, e)
match [0, 1]:
    case [1, k] | [k, 1]:
        print(k)
n = 3
match n:
    case n:
        print("bound", n)


def subject():
    print("once")
    return 2


match subject():
    case 1:
        pass
    case 2:
        print("two")
match 1, 2:
    case p, q:
        print(p, q)
