# Unpacking takes one item too many, to see that there is none, and keeps what was read.
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        print("next", self.n)
        self.n -= 1
        return self.n


a, b = Count(2)
print(a, b)
try:
    a, b = Count(5)
except ValueError as e:
    print(e)
a, *b = Count(3)
print(a, b)
