# A generator that only a loop knows is closed when the loop is left.
def gen():
    try:
        yield 1
        yield 2
        yield 3
    finally:
        print("closed")


for x in gen():
    print(x)
    if x == 2:
        break
print("after break")


def f():
    for x in gen():
        return x


print(f())
try:
    for x in gen():
        raise ValueError(x)
except ValueError as e:
    print(repr(e))
g = gen()
for x in g:
    break
print("kept", next(g))
g.close()
