# An __eq__ or __hash__ that changes the dictionary, set or list that is being searched.


class Once:
    """Equal to what its result says; does something when it is asked for the first time."""

    def __init__(self, action, result, hash=1):
        self.action = action
        self.result = result
        self.hash = hash

    def __eq__(self, other):
        action, self.action = self.action, None
        if action is not None:
            action()
        return self.result

    def __hash__(self):
        return self.hash

    def __repr__(self):
        return "Once"


class Hashed:
    """Does something whenever its hash is asked for."""

    def __init__(self, action):
        self.action = action

    def __hash__(self):
        self.action()
        return 1

    def __repr__(self):
        return "Hashed"


def show(name, f, *args):
    try:
        print(name, f(*args))
    except (KeyError, ValueError, TypeError, RuntimeError) as error:
        print(name, type(error).__name__, error)


def refill(y):
    y.clear()
    if isinstance(y, dict):
        y.update({i: i for i in range(40)})
    elif isinstance(y, set):
        y.update(range(40))
    else:
        y.extend(range(40))


def drop(y):
    if isinstance(y, dict):
        y.pop(1, None)
    elif isinstance(y, set):
        y.discard(1)
    elif y:
        y.pop()


def add_again(y):
    """The same key at the same place of a smaller table."""
    if isinstance(y, list):
        return
    y.clear()
    y.update({1: 0} if isinstance(y, dict) else (1,))


def delete(y, x):
    del y[x]


def store(y, x):
    y[x] = 5


DICTS = (
    lambda y, x: y.get(x), lambda y, x: y[x], store, delete, lambda y, x: y.pop(x, 9),
    lambda y, x: y.setdefault(x, 9), lambda y, x: x in y, lambda y, x: y.update({x: 7}),
    lambda y, x: y == {1: "a", 2: x}, lambda y, x: y == {2: "b", x: "a"},
    lambda y, x: (1, x) in y.items(), lambda y, x: x in y.values(), lambda y, x: x in y.keys(),
    lambda y, x: y.update([(x, 1)]), lambda y, x: len(y | {x: 1}),
)
SETS = (
    lambda y, x: x in y, lambda y, x: y.discard(x), lambda y, x: y.remove(x),
    lambda y, x: y == {1, 2, 3, x}, lambda y, x: y <= {2, 3, x}, lambda y, x: y < {1, 2, 3, 4, x},
    lambda y, x: y.issuperset([x]), lambda y, x: y.issubset([x, 2]), lambda y, x: y.isdisjoint([x]),
    lambda y, x: len(y.intersection([2, x])), lambda y, x: len(y.difference([2, x])),
    lambda y, x: y.difference_update([x, 3]),
)
LISTS = (
    lambda y, x: x in y, lambda y, x: y.index(x), lambda y, x: y.remove(x), lambda y, x: y.count(x),
    lambda y, x: y == [1, x, 3], lambda y, x: [x, 2, 3] == y, lambda y, x: y != [x, 2, 3],
    lambda y, x: [x, 2, 3] <= y, lambda y, x: (x, 2) == (1, 2), lambda y, x: y.index(x, -2),
)
for action in (lambda y: y.clear(), refill, drop, add_again, lambda y: None):
    for result in (False, True):
        for cases, items in ((DICTS, {1: "a", 2: "b"}), (SETS, {1, 2, 3, 4}), (LISTS, [1, 2, 3])):
            for number, case in enumerate(cases):
                y = items.copy()
                x = Once(lambda: action(y), result)
                show(f"{type(y).__name__} {number} {result}", lambda: (case(y, x), len(y)))
# A key is added where the search for it began anew.
def last_again(y):
    """The next place is behind the end of the smaller table."""
    y.clear()
    y.update({7: 0} if isinstance(y, dict) else (7,))


for action in (lambda y: y.clear(), refill, drop, add_again, last_again):
    for hash in (1, 7):
        for y in (set(range(30)), dict.fromkeys(range(30))):
            x = Once(lambda: action(y), False, hash)
            y.update({x: 1})
            print(len(y), 1 in y, 7 in y, x in y)

for action in (lambda y: y.clear(), refill):
    for cases, items in ((DICTS[:8], {1: 2, 3: 4}), (SETS[:3], {1, 3})):
        for number, case in enumerate(cases):
            y = items.copy()
            x = Hashed(lambda: action(y))
            show(f"hash {type(y).__name__} {number}", lambda: (case(y, x), len(y)))
    y = {1, 3}
    y.add(Hashed(lambda: action(y)))
    print(len(y))
