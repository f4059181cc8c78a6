"""Class attributes are shared; += on an instance makes one of its own."""


class Counter:
    total = 0

    def __init__(self):
        Counter.total += 1

    def bump(self):
        self.total += 10


a = Counter()
b = Counter()
a.bump()
print(Counter.total, a.total, b.total)
for i in range(100):
    Counter()
print(Counter.total, b.total)
