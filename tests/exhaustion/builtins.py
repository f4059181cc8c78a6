"""Builtin functions and methods without memory."""


class Point:
    kind = "point"

    def __init__(self, x, y=2):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return self.x < other.x


def numbers():
    yield 1
    yield from [2, 3]


text = "some text, to be taken apart"
data = b"some bytes"
items = [5, 3, 1, 4]
mapping = {"a": 1, "b": 2.5, 3: None}
members = {1, 2, 3, "four"}
big = 3**100
point = Point(1)
OPERATIONS = [
    lambda: text + text, lambda: text * 3, lambda: text.upper(), lambda: text.split(), lambda: ",".join(["a", "b"]),
    lambda: text.replace("t", "T"), lambda: text.title(), lambda: text.center(50), lambda: text.partition(","),
    lambda: text.encode(), lambda: text[3:9], lambda: list(text), lambda: text.find("taken"), lambda: text.strip("s"),
    lambda: f"{big:>60} {1.5:.3f} {point!r}", lambda: "%s %d %5.2f" % (point, 5, 2.5), lambda: "{} {x}".format(1, x=2),
    lambda: data + data, lambda: data.hex(), lambda: data.decode(), lambda: bytearray(data), lambda: bytes(range(9)),
    lambda: data.split(b" "), lambda: list(memoryview(data)),
    lambda: items + items, lambda: sorted(items), lambda: items[::-1], lambda: [x * 2 for x in items], lambda: items * 4,
    lambda: list(map(str, items)), lambda: list(zip(items, text)), lambda: list(enumerate(items)), lambda: max(items),
    lambda: list(filter(None, items)), lambda: list(reversed(items)), lambda: sum(items), lambda: any(x > 4 for x in items),
    lambda: sorted(items, key=lambda x: -x), lambda: tuple(items), lambda: items.copy(), lambda: repr(items),
    lambda: dict(mapping), lambda: {**mapping, "z": 1}, lambda: list(mapping.items()), lambda: mapping | {5: 5},
    lambda: {k: v for k, v in mapping.items()}, lambda: repr(mapping), lambda: dict(a=1, b=2), lambda: dict.fromkeys("abc"),
    lambda: members | {9}, lambda: members - {1}, lambda: {x for x in items}, lambda: frozenset(members), lambda: set("abc"),
    lambda: members & {1, 2}, lambda: sorted(map(str, members)),
    lambda: big * big, lambda: big // 7, lambda: big % 10**20, lambda: str(big), lambda: int("9" * 30), lambda: pow(7, 90),
    lambda: big << 20, lambda: big >> 3, lambda: -big, lambda: big & ~1, lambda: float(big), lambda: hex(big), lambda: round(2.5),
    lambda: 1.5 * 2.5, lambda: float("1.25e3"), lambda: repr(0.1), lambda: divmod(big, 13), lambda: complex(1, 2) * 2j,
    lambda: int.from_bytes(b"\1\2\3\4\5\6", "big"), lambda: (2**70).to_bytes(9, "little"), lambda: 1.5.hex(),
    lambda: Point(3, 4), lambda: repr(point), lambda: {Point(1): 2}[Point(1)], lambda: sorted([Point(2), Point(1)]),
    lambda: getattr(point, "x"), lambda: getattr(point, "z", 5), lambda: hasattr(point, "z"), lambda: dict(vars(Point(5))),
    lambda: type("Made", (Point,), {"z": 1}).z, lambda: isinstance(point, (int, Point)), lambda: point.__repr__(),
    lambda: list(numbers()), lambda: next(numbers()), lambda: [*numbers(), *items], lambda: list(range(5)), lambda: slice(1, 2),
    lambda: iter(items).__next__(), lambda: (lambda *a, **k: (a, k))(1, b=2), lambda: chr(233), lambda: ord("x"), lambda: ascii("é"),
    lambda: bin(10), lambda: abs(-big), lambda: hash(big), lambda: hash((1, "a", 2.5)), lambda: len(text), lambda: callable(len),
    lambda: all([]), lambda: min(3, 2), lambda: list(zip([1], [2])), lambda: issubclass(Point, object), lambda: format(255, "#x"),
]


def fill():
    block = None
    for size in (1000, 100, 10, 3, 1):
        try:
            while True:
                block = [block] + [None] * size
        except MemoryError:
            pass
    return block


def run_all():
    results = []
    for operation in OPERATIONS:
        results.append(operation())
    return results


expected = run_all()
filled = [None] * 8
failures = []
for i in range(len(OPERATIONS)):
    failures.append(None)
numbered = list(enumerate(OPERATIONS))
filled[0] = fill()
for i, operation in numbered:
    try:
        assert operation() == expected[i]
    except MemoryError:
        failures[i] = True
filled = None
for i, operation in enumerate(OPERATIONS):
    assert operation() == expected[i], i
assert failures.count(True) > 20, failures.count(True)
print("done")
