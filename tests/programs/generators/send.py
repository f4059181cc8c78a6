"""send() is the value of yield."""


def average():
    total = 0
    n = 0
    value = None
    while True:
        received = yield value
        if received is None:
            return "done", n
        total += received
        n += 1
        value = total / n


g = average()
print(next(g))
for x in (10, 20, 60):
    print(g.send(x))
try:
    g.send(None)
except StopIteration as e:
    print(e.value)


def f():
    x = yield
    print("got", x)


g = f()
try:
    g.send(1)
except TypeError as e:
    print(e)
next(g)
try:
    g.send(5)
except StopIteration:
    print("end")
