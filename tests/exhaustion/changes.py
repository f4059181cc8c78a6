"""Objects that are changed until there is no memory left are whole afterwards."""


class Node:
    pass


def grow(step):
    """Repeats a step until memory is used up; returns how often it was done, and leaves what a
    check needs."""
    spare = [None] * 500
    count = 0
    try:
        while True:
            step(count)
            count += 1
    except MemoryError:
        spare.clear()
        return count


def in_list():
    items = []
    count = grow(items.append)
    assert len(items) == count > 1000 and all(items[i] == i for i in range(count))


def in_list_by_insertion():
    items = []
    blocks = []

    def step(i):
        blocks.append([i] * 200)
        items.insert(0, i)

    grow(step)
    blocks.clear()
    assert items == list(range(len(items) - 1, -1, -1))


def in_dict():
    d = {}

    def step(i):
        d[i] = i

    grow(step)
    n = len(d)
    assert n > 500 and all(d[i] == i for i in range(n)) and sum(1 for _ in d) == n


def in_set():
    s = set()
    grow(s.add)
    n = len(s)
    assert n > 500 and all(i in s for i in range(n)) and n not in s


def in_string():
    parts = ["x"]

    def step(i):
        parts[0] = parts[0] + parts[0]

    count = grow(step)
    assert len(parts[0]) == 2**count and parts[0].count("x") == 2**count


def in_number():
    numbers = [3]

    def step(i):
        numbers[0] <<= 2000

    count = grow(step)
    assert count > 20 and numbers[0] >> 2000 * count == 3


def in_attributes():
    o = Node()

    blocks = []

    def step(i):
        blocks.append([i] * 50)
        setattr(o, "name" + str(i), i)

    grow(step)
    blocks.clear()
    names = list(vars(o))
    assert len(names) > 100 and all(getattr(o, name) == int(name[4:]) for name in names)


def in_objects():
    first = Node()
    first.previous = None
    last = [first]

    def step(i):
        node = Node()
        node.previous = last[0]
        node.number = i
        last[0] = node

    count = grow(step)
    node = last[0]
    for i in range(count - 1, -1, -1):
        assert node.number == i
        node = node.previous
    assert node is first


def in_bytes():
    data = bytearray()
    grow(lambda i: data.append(i & 255))
    assert all(data[i] == i & 255 for i in range(0, len(data), 97))


def in_generators():
    def chain(inner):
        yield 1
        if inner is not None:
            yield from inner

    last = [None]

    def step(i):
        generator = chain(last[0])
        next(generator)
        last[0] = generator

    grow(step)


def in_classes():
    classes = [Node]

    def step(i):
        classes.append(type("Derived", (classes[0],), {"number": i}))

    grow(step)
    assert all(classes[i].number == i - 1 for i in range(1, len(classes)))


def in_closures():
    functions = []

    def step(i):
        functions.append(lambda: i)

    grow(step)
    assert all(functions[i]() == i for i in range(100))


def in_exceptions():
    errors = []

    def step(i):
        try:
            raise ValueError(i)
        except ValueError as error:
            errors.append(error)

    grow(step)
    assert all(error.args == (i,) for i, error in enumerate(errors))


def in_recursion():
    def descend(n):
        return [n] * 100 + descend(n + 1)

    try:
        descend(0)
    except (MemoryError, RecursionError):
        pass


for check in (in_list, in_list_by_insertion, in_dict, in_set, in_string, in_number, in_attributes, in_objects, in_bytes,
              in_generators, in_classes, in_closures, in_exceptions, in_recursion):
    check()
    assert sorted([3, 1, 2]) == [1, 2, 3] and f"{1.5}" == "1.5"
print("done")
