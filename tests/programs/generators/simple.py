"""A generator is suspended at yield."""


def count(n):
    print("begin")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")


g = count(3)
print(next(g), next(g))
for x in g:
    print("loop", x)
print(list(count(2)), sum(count(4)), max(count(3)), tuple(count(0)))
print(next(g, "default"))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
a, b, c = count(3)
print(a, b, c, [*count(2)], 1 in count(3))
