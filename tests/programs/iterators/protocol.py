class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


for x in Count(3):
    print(x)
print(list(Count(4)), tuple(Count(2)), sum(Count(10)), max(Count(5)), 3 in Count(5), 9 in Count(5), [*Count(2)])
a, b = Count(2)
print(a, b)
it = iter(Count(1))
print(next(it), next(it, "end"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)
