# Lists and bytearrays that change while something goes through them.


def show(name, f):
    try:
        print(name, f())
    except (IndexError, ValueError, TypeError, RuntimeError) as error:
        print(name, type(error).__name__, error)


class Item:
    def __init__(self, action, number):
        self.action = action
        self.number = number

    def __lt__(self, other):
        self.action()
        return self.number < other.number

    def __repr__(self):
        self.action()
        return f"I{self.number}"

    def __bool__(self):
        self.action()
        return True

    def __radd__(self, other):
        self.action()
        return other


def actions(y):
    def refill():
        y[:] = range(50)

    return {
        "clear": y.clear,
        "append": lambda: y.append(1),
        "pop": lambda: y.pop() if y else None,
        "refill": refill,
        "sort": lambda: y.sort(key=id),
    }


for name in ("clear", "append", "pop", "refill", "sort"):
    def sort():
        y = []
        y.extend(Item(actions(y)[name], n) for n in (5, 3, 9, 1, 7))
        try:
            y.sort()
        except ValueError as error:
            print(error)
        return len(y)

    def sort_by_key():
        y = [3, 1, 2]

        def key(n):
            actions(y)[name]()
            return n

        try:
            y.sort(key=key)
        except ValueError as error:
            print(error)
        return y

    def filled():
        y = [1, 2, 3]
        y.insert(1, Item(actions(y)[name], 8))
        return y

    show(f"sort {name}", sort)
    show(f"key {name}", sort_by_key)
    show(f"all {name}", lambda: all(filled()) if name != "append" else 0)
    show(f"any {name}", lambda: any([0] + filled()))
    show(f"filter {name}", lambda: len(list(filter(None, filled()))) if name != "append" else 0)
    show(f"sum {name}", lambda: sum(filled()) if name not in ("append", "sort") else 0)
    show(f"min {name}", lambda: min([Item(actions([])[name], n) for n in (3, 2, 1)]).number)
    if name in ("clear", "pop"):
        show(f"repr {name}", lambda: repr(filled()))
        show(f"repr of dict {name}", lambda: repr({1: 2, 3: filled(), 4: filled()}))


def given(y, action):
    yield 1
    action()
    yield 2
    yield 3


def part(y, items):
    y[1:2] = items


def in_place(y, items):
    y += items


for make in (list, bytearray):
    for name in ("clear", "extend"):
        for fill in (lambda y, items: y.extend(items), part, in_place):
            if fill is in_place and make is bytearray:
                continue
            y = make([1, 2, 3])
            action = y.clear if name == "clear" else lambda: y.extend(b"abcdefghijklmnop")
            fill(y, given(y, action))
            print(name, y)

y = [1, 2, 3]
print([(y.pop(), item) for item in y], y)
y = [1, 2, 3]
for item in reversed(y):
    print(item)
    y.clear()
y = [1, 2, 3]
for item in y:
    if item < 20:
        y.insert(0, item + 10)
        y.append(item + 20)
        del y[1]
    if len(y) > 8:
        break
print(y)
for y in ({1: 1, 2: 2}, {1, 2}):
    def grow():
        for key in y:
            y.update({key + 10: 1})

    show("grow", grow)
