"""Lists when memory runs out."""


def attempt(make, change, *expected):
    items = make()
    before = list(items)
    try:
        change(items)
    except MemoryError:
        pass
    assert items == before or items in expected, items
    items.append(7)
    assert items[-1] == 7 and len(items) == len(list(items))
    del items[:]
    assert items == []


def some():
    return [3, 1, 2]


def full():
    return [1, 2, 3, 4]


def add(items):
    items += [4, 5]


def multiply(items):
    items *= 3


def assign_slice(items):
    items[1:2] = (9, 9, 9, 9, 9, 9)


def assign_steps(items):
    items[::2] = [x * 2 for x in (5, 6)]


def delete_slice(items):
    del items[::2]


def many(items):
    for i in range(20):
        items.append(i)


class Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


attempt(full, lambda items: items.append(5), [1, 2, 3, 4, 5])
attempt(full, lambda items: items.insert(0, 5), [5, 1, 2, 3, 4])
attempt(full, lambda items: items.extend([5, 6]), [1, 2, 3, 4, 5, 6])
attempt(full, lambda items: items.extend(x for x in [5, 6]), [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6])
attempt(some, add, [3, 1, 2, 4, 5])
attempt(some, multiply, [3, 1, 2] * 3)
attempt(some, assign_slice, [3, 9, 9, 9, 9, 9, 9, 2])
attempt(some, assign_steps, [10, 1, 12])
attempt(some, delete_slice, [1])
attempt(some, lambda items: items.reverse(), [2, 1, 3])
attempt(some, lambda items: items.sort(), [1, 2, 3])
attempt(some, lambda items: items.sort(key=Key), [1, 2, 3])
attempt(some, lambda items: items.sort(key=lambda x: -x, reverse=True), [1, 2, 3])
attempt(some, lambda items: items.pop(), [3, 1])
attempt(some, lambda items: items.copy() + items[1:] + sorted(items) + list(reversed(items)))
attempt(some, lambda items: [y for x in items for y in range(x)])
attempt(some, lambda items: repr([items, items]))
attempt(some, lambda items: list(zip(items, map(str, items), enumerate(items))))
items = [0]
try:
    many(items)
except MemoryError:
    pass
assert items == [0] + list(range(len(items) - 1))
print("done")
