"""What is reachable survives: closures, generators, bound methods, dictionaries."""

import gc


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return [n]

    return step


def gen():
    kept = ["kept", {"k": (1, 2)}]
    for i in range(5):
        yield kept + [i]


class C:
    def __init__(self):
        self.data = {i: str(i) * 3 for i in range(20)}

    def get(self, k):
        return self.data[k]


step = counter()
g = gen()
next(g)
get = C().get
text = "a" + str(12345)
items = {text: [text], (1, text): 2}
for i in range(20):
    gc.collect()
    step()
    junk = [[] for _ in range(100)]
print(step(), next(g), get(7), items[text], items[(1, "a12345")])
