# The iterator protocol of classes.
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


for x in Count(3):
    print(x)


class Items:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * i


for x in Items():
    print(x)


class Bad:
    def __iter__(self):
        return 5


try:
    for x in Bad():
        pass
except TypeError as e:
    print(e)
try:
    for x in 5:
        pass
except TypeError as e:
    print(e)


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("next")


try:
    for x in Raises():
        print("no")
except ValueError as e:
    print(e)
